using System.Text.Json.Serialization;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Fixes;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Cli.Json;

/// <summary>The JSON output of <c>fix</c>.</summary>
internal sealed class FixedJson(IEnumerable<FixedBacklogJson> backlogs, bool isWritten)
{
    public int SchemaVersion { get; } = 1;
    public bool Written => isWritten;
    public IEnumerable<FixedBacklogJson> Backlogs => backlogs;
}

internal sealed class FixedBacklogJson(bool showsDiff) : JsonView<(BacklogEdit Edit, FixOutcome Outcome)>
{
    public string Path => Source.Edit.File.Path;
    public bool Changes => Source.Edit.IsChange;
    public IEnumerable<FixedRuleJson> Fixed =>
        Source.Outcome.Fixed.Select(one => new FixedRuleJson(one.Rule.Id, one.Count));
    public IEnumerable<LeftFindingJson> Left =>
        Source.Outcome.Left.Select(finding => new LeftFindingJson { Source = finding });

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Diff => showsDiff ? Source.Edit.Diff : null;
}

internal sealed record FixedRuleJson(string Rule, int Count);

/// <summary>A finding that needs a decision.</summary>
internal sealed class LeftFindingJson : JsonView<Finding>
{
    public string Rule => Source.Rule.Id;
    public int Line => Source.Span.Line;
    public int Column => Source.Span.Column;
    public string Message => Source.Message;
}
