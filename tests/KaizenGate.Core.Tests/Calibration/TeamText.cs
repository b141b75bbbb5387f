using System.Globalization;
using System.Text;

namespace KaizenGate.Core.Tests.Calibration;

/// <summary>The backlog of a simulated team as Markdown.</summary>
internal static class TeamText
{
    public static string Of(IReadOnlyList<TeamItem> items, TeamHabits habits)
    {
        var text = new StringBuilder("# Improvements\n\n");
        return (habits.IsTable ? Table(text, items, habits) : Headings(text, items, habits)).ToString();
    }

    private static StringBuilder Table(StringBuilder text, IReadOnlyList<TeamItem> items, TeamHabits habits)
    {
        var dates = habits.WritesDates ? " Captured | Completed |" : "";
        text.Append(
            $"| ID | Improvement | Category | Impact | Effort | Status | Review | Measured Impact | Notes |{dates}\n"
        );
        text.Append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        text.Append(habits.WritesDates ? " --- | --- |\n" : "\n");
        foreach (var item in items)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {item.Id} | {item.Title} | {Category(item)} | {item.Impact} | "
            );
            text.Append(
                $"{item.Effort} | {Status(item)} | {Date(item.ReviewOn)} | {Measured(item)} | {Reason(item)} |"
            );
            text.Append(habits.WritesDates ? $" {Date(item.Captured)} | {Date(item.Closed)} |\n" : "\n");
        }

        return text;
    }

    private static StringBuilder Headings(StringBuilder text, IReadOnlyList<TeamItem> items, TeamHabits habits)
    {
        text.Append("## Backlog\n\n");
        Section(items.Where(item => item.Closed is null));
        text.Append("## Completed\n\n");
        Section(items.Where(item => item.State is TeamItemState.Done));
        text.Append("## Rejected\n\n");
        Section(items.Where(item => item.State is TeamItemState.Rejected));
        return text;

        void Section(IEnumerable<TeamItem> section)
        {
            foreach (var item in section)
            {
                text.Append(CultureInfo.InvariantCulture, $"### [{item.Id}] {item.Title}\n\n");
                Field("Impact", $"{item.Impact}/10");
                Field("Effort", $"{item.Effort}/10");
                Field("Status", Status(item));
                Field("Category", Category(item));
                Field("Captured", habits.WritesDates ? Date(item.Captured) : "");
                Field("Started", habits.WritesDates && item.IsMarked ? Date(item.Started) : "");
                Field("Review", Date(item.ReviewOn));
                Field("Proposed Solution", $"Change step {item.Id[^3..]} of the pipeline.");
                Field("Expected Outcome", "2 minutes instead of 5");
                Field("Completed", habits.WritesDates ? Date(item.Closed) : "");
                Field("Measured Impact", Measured(item));
                Field("Reason", Reason(item));
                text.Append('\n');
            }
        }

        void Field(string name, string value) => text.Append(value.Length == 0 ? "" : $"- **{name}:** {value}\n");
    }

    private static string Status(TeamItem item) =>
        item.State switch
        {
            TeamItemState.Underway when item.IsMarked => "In Progress",
            TeamItemState.Done => "Done",
            TeamItemState.Rejected => "Rejected",
            TeamItemState.Deferred => "Deferred",
            _ => "To Do",
        };

    private static string Category(TeamItem item) => item.Impact % 2 == 0 ? "Performance" : "Quality";

    private static string Measured(TeamItem item) =>
        item.State is TeamItemState.Done ? $"{20 + item.Impact} s → {20 - item.Effort} s" : "";

    private static string Reason(TeamItem item) =>
        item.State switch
        {
            TeamItemState.Rejected => "costs more than it saves",
            TeamItemState.Deferred => "waits for the new gateway",
            _ => "",
        };

    private static string Date(DateOnly? day) => day is { } known ? $"{known:yyyy-MM-dd}" : "";
}
