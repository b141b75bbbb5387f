using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Tests.Reading;

public class TitleTests
{
    [Theory]
    [InlineData("[IMPROVEMENT-001] Title", "IMPROVEMENT-001")]
    [InlineData("IMP-12: Title", "IMP-12")]
    [InlineData("KZN-3 — Title", "KZN-3")]
    [InlineData("**PAY-03**: Title", "PAY-03")]
    [InlineData("TKT-TELEGRAM-002 Title", "TKT-TELEGRAM-002")]
    [InlineData("#1 — Title", "#1")]
    [InlineData("bd-221: Title", "bd-221")]
    [InlineData("✅ [IMP-7](#imp-7) Title", "IMP-7")]
    [InlineData("4. Title", null)]
    [InlineData("4) Title", null)]
    [InlineData("[P2] Title", null)]
    [InlineData("🚀 Title", null)]
    [InlineData("~~Title~~", null)]
    [InlineData("**Title** ✅", null)]
    [InlineData("Title ✅ 2026-04-06", null)]
    [InlineData("[Title](https://example.com/a_b)", null)]
    public void Ids_and_decoration_are_removed(string written, string? id)
    {
        var item = Md.One($"- [ ] {written}\n");

        Assert.Equal(("Title", id), (item.Title, item.Id));
    }

    [Theory]
    [InlineData("UTF-8 decoding is slow")]
    [InlineData("SHA-256: use it")]
    [InlineData("Week-12: review")]
    [InlineData("e-mail 24 people")]
    public void Standards_and_periods_are_not_ids(string title)
    {
        Assert.Equal((title, null), (Md.One($"- [ ] {title}\n").Title, Md.One($"- [ ] {title}\n").Id));
    }

    [Fact]
    public void A_tag_gives_the_priority()
    {
        Assert.Equal(Priority.Medium, Md.One("- [ ] [P2] Title\n").WrittenPriority!.Value);
    }

    [Fact]
    public void The_key_is_the_id_without_case()
    {
        Assert.Equal("IMP-1", Md.One("### [imp-1] Title\n").Key);
    }

    [Theory]
    [InlineData("- [ ] Cache the *restore* (saves 30 s)")]
    [InlineData("- [ ] 🚀 cache the [restore](x)")]
    [InlineData("- [ ] Caché the Restore ")]
    public void Without_an_id_the_key_ignores_case_accents_emphasis_links_and_remarks(string written)
    {
        Assert.Equal("cachetherestore", Md.One($"{written}\n").Key);
    }

    [Fact]
    public void A_wrapped_title_is_read_whole()
    {
        Assert.Equal("Improve messages for failures", Md.One("- [ ] Improve messages\n  for failures\n").Title);
    }

    [Fact]
    public void A_description_below_an_emphasized_title_is_not_part_of_it()
    {
        Assert.Equal("Cache", Md.One("- [ ] **Cache**\n  It takes long.\n").Title);
    }
}
