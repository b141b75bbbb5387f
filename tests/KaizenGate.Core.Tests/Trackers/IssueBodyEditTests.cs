using KaizenGate.Core.Backlogs;
using KaizenGate.Core.History;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Snapshots;
using KaizenGate.Core.Trackers;

namespace KaizenGate.Core.Tests.Trackers;

public sealed class IssueBodyEditTests
{
    [Theory]
    [InlineData("", "**Impact:** 9")]
    [InlineData("### Impact\n\n8\n\n### Effort\n\n2", "### Impact\n\n9\n\n### Effort\n\n2")]
    [InlineData("### Effort\n\n2\n\n### Impact\n\n_No response_", "### Effort\n\n2\n\n### Impact\n\n9")]
    [InlineData("### Effort\r\n\r\n2\r\n", "### Effort\r\n\r\n2\r\n\r\n### Impact\r\n\r\n9")]
    [InlineData("- **Impact:** 8\n- **Effort**: 2", "- **Impact:** 9\n- **Effort**: 2")]
    [InlineData("**Impact**: 8 of 10", "**Impact**: 9")]
    [InlineData("```\n### Impact\n8\n```", "```\n### Impact\n8\n```\n\n**Impact:** 9")]
    [InlineData("```\nopen", "```\nopen\n```\n\n**Impact:** 9")]
    [InlineData("Prose about **impact** and more\n", "Prose about **impact** and more\n\n**Impact:** 9")]
    public void A_field_is_set_where_the_body_states_it(string body, string expected)
    {
        var edited = IssueBodyEdit.Set(body, [(FieldCatalog.Impact, "9")], ReadingOptions.Default);

        Assert.Equal(expected, edited);
        Assert.Contains(("Impact", "9"), IssueFields.Of(edited, ReadingOptions.Default).Fields);
        Assert.Equal(edited, IssueBodyEdit.Set(edited, [(FieldCatalog.Impact, "9")], ReadingOptions.Default));
    }

    [Theory]
    [InlineData("Fixes #12", "#12", "#12")]
    [InlineData("See #12 and GH#13", "#12", "")]
    [InlineData("closes: #1, resolves team/app#2", "#1 #2", "#1 #2")]
    [InlineData("Fix other/app#2", "", "")]
    [InlineData("Color #12ab34 of item#", "", "")]
    [InlineData("prefix #4", "#4", "")]
    public void Messages_name_and_close_issues(string message, string named, string closed)
    {
        var found = IssueLinks.In([message], "team/app");

        Assert.Equal(Words(named), found.Named.Order(StringComparer.Ordinal));
        Assert.Equal(Words(closed), found.Closed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("in progress", "InProgress")]
    [InlineData("Status: Doing", "InProgress")]
    [InlineData("status::in-progress", "InProgress")]
    [InlineData("state/blocked", "Deferred")]
    [InlineData("on_hold", "Deferred")]
    [InlineData("type: blocked", null)]
    [InlineData("improvement", null)]
    [InlineData("a label that is much longer than any word for a status", null)]
    public void Labels_name_a_status(string label, string? status) =>
        Assert.Equal(status, IssueStatus.OfLabel(label)?.ToString());

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
