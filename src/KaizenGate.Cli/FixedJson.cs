using System.Text.Json.Serialization;
using KaizenGate.Checking;
using KaizenGate.Editing;
using KaizenGate.Editing.Fixes;
using KaizenGate.Rules;

namespace KaizenGate.Cli;

/// <summary>What <c>fix</c> put right, or would put right.</summary>
internal sealed class FixedJson(IEnumerable<FixedBacklogJson> backlogs, bool isWritten)
{
    public int SchemaVersion { get; } = 1;
    public bool Written => isWritten;
    public IEnumerable<FixedBacklogJson> Backlogs => backlogs;
}

internal sealed class FixedBacklogJson(BacklogEdit edit, FixOutcome outcome, bool showsDiff)
{
    public string Path => edit.File.Path;
    public bool Changes => edit.IsChange;
    public IEnumerable<FixedRuleJson> Fixed => outcome.Fixed.Select(one => new FixedRuleJson(one.Rule.Id, one.Count));
    public IEnumerable<LeftFindingJson> Left => outcome.Left.Select(finding => new LeftFindingJson(finding));

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Diff => showsDiff ? edit.Diff : null;
}

internal sealed record FixedRuleJson(string Rule, int Count);

/// <summary>A finding that takes a decision.</summary>
internal sealed class LeftFindingJson(Finding finding)
{
    public string Rule => finding.Rule.Id;
    public int Line => finding.Span.Line;
    public int Column => finding.Span.Column;
    public string Message => finding.Message;
}
