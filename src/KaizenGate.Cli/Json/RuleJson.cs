using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Phrasing;
using KaizenGate.Core.Rules;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli.Json;

/// <summary>A rule as JSON.</summary>
internal sealed class RuleJson : JsonView<Rule>
{
    public string Id => Source.Id;
    public string Name => Source.Name;
    public string Stage => JsonWord.Of(Source.Stage);
    public string Severity => SeverityText.Of(Source.DefaultSeverity);
    public string Summary => Source.Summary;
    public string Rationale => Source.Rationale;
    public string Remedy => Source.Remedy;
    public string? Guard => Source.Guard;
    public string Page => RulePage.Of(Source);
    public IEnumerable<ParameterJson> Parameters => Source.Parameters.Select(one => new ParameterJson { Source = one });
    public IEnumerable<ListParameterJson> Lists => Source.Lists.Select(list => new ListParameterJson { Source = list });
}

internal sealed class ParameterJson : JsonView<Parameter>
{
    public string Name => Source.Name;
    public JsonNumber Default => Source.Default;
    public JsonNumber Minimum => Source.Minimum;
    public JsonNumber Maximum => Source.Maximum;
    public string Unit => Source.Unit;
    public string Description => Source.Description;
}

internal sealed class ListParameterJson : JsonView<ListParameter>
{
    public string Name => Source.Name;
    public IEnumerable<string> Default => Source.Default;
    public IEnumerable<string> Allowed => Source.Allowed;
    public string Description => Source.Description;
}
