using System.Collections;
using KaizenGate.Cli;
using KaizenGate.Cli.Adopting;
using KaizenGate.Cli.Agents;
using KaizenGate.Cli.Commands;
using KaizenGate.Cli.Harvesting;
using KaizenGate.Cli.Items;
using KaizenGate.Cli.Runs;
using KaizenGate.Core.Reporting;
using KaizenGate.Core.Reporting.Analytics;

namespace KaizenGate.Core.Tests.Schemas;

/// <summary>A JSON document.</summary>
/// <param name="Contract">Its contract.</param>
/// <param name="Page">The page that describes it.</param>
/// <param name="Section">The section on that page.</param>
/// <param name="IsList">Whether the document is a list of such objects.</param>
internal sealed record Document(IEnumerable Contract, string Page, string Section, bool IsList = false);

internal static class Documents
{
    /// <summary>All documents by the name of their schema.</summary>
    public static IReadOnlyDictionary<string, Document> All { get; } =
        new Dictionary<string, Document>
        {
            ["check"] = new(JsonReport.Contract, "json.md", "## Fields"),
            ["report"] = new(PeriodReportJson.Contract, "report.md", "## For programs"),
            ["report-ndjson"] = new(PeriodReportSummary.Contract, "fleet.md", "## One record per run"),
            ["badge"] = new(Badge.Endpoint, "json.md", "### badge"),
            ["plan"] = new(PlanJson.Contract, "json.md", "## The plan"),
            ["review"] = new(ReviewJson.Contract, "json.md", "## The review"),
            ["history"] = new(HistoryJson.Contract, "json.md", "## The history"),
            ["read"] = new(ReadingJson.Contract, "json.md", "## The reading"),
            ["list"] = new(ListCommand.Contract, "json.md", "### list"),
            ["show"] = new(ShowCommand.Contract, "json.md", "### show"),
            ["edit"] = new(ItemAnswer.Contract, "json.md", "### Edits"),
            ["harvest"] = new(HarvestAnswer.Contract, "json.md", "### harvest"),
            ["undo"] = new(UndoCommand.Contract, "json.md", "### undo"),
            ["pull"] = new(PullCommand.Contract, "json.md", "### pull"),
            ["fix"] = new(FixRun.Contract, "json.md", "### fix"),
            ["archive"] = new(ArchiveRun.Contract, "json.md", "### archive"),
            ["baseline"] = new(BaselineRun.Contract, "json.md", "### baseline"),
            ["adopt"] = new(AdoptionAnswer.Contract, "json.md", "### adopt"),
            ["files"] = new(FileAnswer.Contract, "json.md", "### Files"),
            ["agent-doctor"] = new(DoctorRun.Contract, "json.md", "### agent doctor"),
            ["agent-session"] = new(SessionRun.Contract, "json.md", "### agent session"),
            ["agent-log"] = new(LogRun.Contract, "json.md", "### agent log"),
            ["metrics"] = new(MetricJson.Contract, "report.md", "## For programs"),
            ["rules"] = new(RulesCommand.Contract, "json.md", "### rules", IsList: true),
            ["explain"] = new(ExplainCommand.Contract, "json.md", "### rules", IsList: true),
        };
}
