using CsCheck;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Reading;

public sealed class SightingsTextTests
{
    [Theory]
    [InlineData("2026-11-12", "2026-11-12")]
    [InlineData("2026-11-12 (run 412 failed), 2026-11-20", "2026-11-12 (run 412 failed)|2026-11-20")]
    [InlineData("2026-11-12: run 412 failed; 2026-11-20 - again", "2026-11-12 (run 412 failed)|2026-11-20 (again)")]
    [InlineData("2026-11-12, 2026-11-20 and 2026-12-01", "2026-11-12|2026-11-20|2026-12-01")]
    [InlineData("2026-11-12 (a) 2026-11-20 (b)", "2026-11-12 (a)|2026-11-20 (b)")]
    [InlineData(
        "2026-11-12 (log of 2026-11-11, 2026-11-10), 2026-11-20",
        "2026-11-12 (log of 2026-11-11, 2026-11-10)|2026-11-20"
    )]
    [InlineData("2026-11-12 the log of 2026-11-11 says so", "2026-11-12 (the log of 2026-11-11 says so)")]
    [InlineData("2026-11-12 timed out, then failed, 2026-11-20", "2026-11-12 (timed out, then failed)|2026-11-20")]
    [InlineData("2026-11-12T10:15 (nightly)", "2026-11-12 (nightly)")]
    [InlineData("12.11.2026 (Lauf 412), 20.11.2026", "2026-11-12 (Lauf 412)|2026-11-20")]
    [InlineData("2026年11月12日（実行 412）、2026年11月20日", "2026-11-12 (実行 412)|2026-11-20")]
    [InlineData("2026-11-12 (f(x) fails (twice))", "2026-11-12 (f(x) fails (twice))")]
    [InlineData("3 times", "")]
    [InlineData("see 2026-11-12", "")]
    [InlineData("", "")]
    public void A_date_with_the_text_after_it_is_a_sighting(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join('|', SightingsText.Read(text, DateOrder.Unknown).Select(one => $"{new Sightings([one])}"))
        );

    [Fact]
    public void Any_text_is_read_in_linear_time() =>
        OneOf("2026-11-12", "(", ")", ", ", " and ", "T10:00", "x", "[", "］", "1", " ")
            .Array[0, 4_000]
            .Sample(parts => SightingsText.Read(string.Concat(parts), DateOrder.Unknown).Count() <= parts.Length);

    [Theory]
    [InlineData("### [A-1] T\n\n- **Seen:** 2026-11-12 (a), 2026-11-20\n")]
    [InlineData("### [A-1] T\n\nSeen: 2026-11-12 (a), 2026-11-20\n")]
    [InlineData("### [A-1] T\n\n- **Seen again:**\n  - 2026-11-12 (a)\n  - 2026-11-20\n")]
    [InlineData("### [A-1] T\n\n- **Seen:** 2026-11-12 (a)\n- **Seen:** 2026-11-20\n- **Seen:** 2026-11-12 (a)\n")]
    [InlineData("- [ ] T\n  - Sightings: 2026-11-12 (a), 2026-11-20\n")]
    [InlineData("- [ ] T\n  - Gesehen: 12.11.2026 (a), 20.11.2026\n")]
    [InlineData(
        "| ID | Improvement | Impact | Seen |\n| --- | --- | --- | --- |\n| A-1 | T | 8 | 2026-11-12 (a), 2026-11-20 |\n"
    )]
    public void They_are_read_in_each_form(string text)
    {
        var item = Md.One(text);

        Assert.Equal(
            [new Sighting(new DateOnly(2026, 11, 12), "a"), new Sighting(new DateOnly(2026, 11, 20), null)],
            item.Sightings
        );
        Assert.Equal(0, item.SubTasks);
    }

    [Theory]
    [InlineData("### [A-1] T\n\nSeen: many users complain\n")]
    [InlineData("### [A-1] T\n\n- Seen: on all pages\n")]
    [InlineData("### [A-1] T\n\n- **Seen:** -\n")]
    [InlineData("### [A-1] T\n\n- **Seen:**\n")]
    public void A_text_without_a_date_is_not_a_sighting(string text) => Assert.Empty(Md.One(text).Sightings);

    [Fact]
    public void A_day_that_does_not_exist_is_a_problem() =>
        Assert.Contains(
            "2026-02-30",
            Assert.Single(Md.Read("### [A-1] T\n\n- **Seen:** 2026-02-30\n").Problems).Message,
            StringComparison.Ordinal
        );

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);
}
