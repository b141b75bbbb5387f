namespace KaizenGate.Core.Tests.Reading;

/// <summary>Ids in all usual forms, and words that only look like them.</summary>
public class IdTests
{
    [Theory]
    [InlineData("T001 Title", "T001")]
    [InlineData("US_3 Title", "US_3")]
    [InlineData("TD-1.2 Title", "TD-1.2")]
    [InlineData("IMP001 - Title", "IMP001")]
    [InlineData("A1. Title", "A1")]
    [InlineData("A1: Title", "A1")]
    [InlineData("**A1** Title", "A1")]
    [InlineData("**QA-01** Title", "QA-01")]
    [InlineData("**QA-01 Title**", "QA-01")]
    [InlineData("**P1.2.3** Title", "P1.2.3")]
    [InlineData("`QA-01` Title", "QA-01")]
    [InlineData("(A-7) Title", "A-7")]
    [InlineData("[ABC-12] Title", "ABC-12")]
    [InlineData("[DEP-3b7f] Title", "DEP-3b7f")]
    [InlineData("[T01](#t01) Title", "T01")]
    [InlineData("[T01: Title](#t01)", "T01")]
    [InlineData("<a id=\"t01\"></a>T01: Title", "T01")]
    [InlineData("T002 [P] [US1] Title", "T002")]
    public void Ids_at_the_start_of_a_title(string written, string id)
    {
        var item = Md.One($"- [ ] {written}\n");

        Assert.Equal((id, "Title"), (item.Id, item.Title));
    }

    [Theory]
    [InlineData("UTF-8 decoding")]
    [InlineData("HTTP/2 push")]
    [InlineData("HTTP2: push")]
    [InlineData("C++20 modules")]
    [InlineData("SHA-256: use it")]
    [InlineData("ES2020 target")]
    [InlineData("Q3: plan the year")]
    [InlineData("B2B portal")]
    [InlineData("S3 bucket names")]
    [InlineData("GPT-4 prompts")]
    [InlineData("V2: rewrite")]
    [InlineData("P1.5 of the plan")]
    [InlineData("M8.7.0 is slow")]
    [InlineData("Issue 5: crash")]
    [InlineData("(soon) rename it")]
    [InlineData("#12 is fixed")]
    public void Words_that_are_not_ids(string title)
    {
        var item = Md.One($"- [ ] {title}\n");

        Assert.Equal((null, title), (item.Id, item.Title));
    }

    [Theory]
    [InlineData("ID", "<a id=\"td-1\"></a>TD-1", "TD-1")]
    [InlineData("ID", "[TD-1](#td-1)", "TD-1")]
    [InlineData("ID", "**TD-1**", "TD-1")]
    [InlineData("ID", "7", "7")]
    [InlineData("#", "P0-1", "P0-1")]
    [InlineData("#", "P1-B", "P1-B")]
    [InlineData("#", "7", null)]
    [InlineData("#", "P1", null)]
    [InlineData("#", "(doc)", null)]
    public void Ids_in_a_column(string header, string cell, string? id)
    {
        Assert.Equal(id, Md.One($"| {header} | Task | Impact |\n|---|---|---|\n| {cell} | a | 8 |\n").Id);
    }

    [Theory]
    [InlineData("1️⃣ Title")]
    [InlineData("100. Title")]
    public void Numbers_are_removed(string written) => Assert.Equal("Title", Md.One($"- [ ] {written}\n").Title);
}
