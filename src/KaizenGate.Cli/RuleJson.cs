using KaizenGate.Reporting;
using KaizenGate.Rules;
using KaizenGate.Settings;

namespace KaizenGate.Cli;

/// <summary>A rule for programs.</summary>
internal sealed class RuleJson(Rule rule)
{
    public string Id => rule.Id;
    public string Name => rule.Name;
    public string Stage => JsonWord.Of(rule.Stage);
    public string Severity => SeverityText.Of(rule.DefaultSeverity);
    public string Summary => rule.Summary;
    public string Rationale => rule.Rationale;
    public string Remedy => rule.Remedy;
    public string? Guard => rule.Guard;
    public string Page => RulePage.Of(rule);
    public IEnumerable<ParameterJson> Parameters => rule.Parameters.Select(one => new ParameterJson(one));
    public IEnumerable<ListParameterJson> Lists => rule.Lists.Select(list => new ListParameterJson(list));
}

internal sealed class ParameterJson(Parameter parameter)
{
    public string Name => parameter.Name;
    public JsonNumber Default => parameter.Default;
    public JsonNumber Minimum => parameter.Minimum;
    public JsonNumber Maximum => parameter.Maximum;
    public string Unit => parameter.Unit;
    public string Description => parameter.Description;
}

internal sealed class ListParameterJson(ListParameter list)
{
    public string Name => list.Name;
    public IEnumerable<string> Default => list.Default;
    public IEnumerable<string> Allowed => list.Allowed;
    public string Description => list.Description;
}
