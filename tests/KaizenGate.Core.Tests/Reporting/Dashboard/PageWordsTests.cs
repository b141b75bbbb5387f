using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KaizenGate.Core.Tests.Reporting.Dashboard;

/// <summary>
/// Every figure in the sentences, tiles and marks of the page stands in the JSON report of the same run, or follows from it as
/// the sentence says. A sentence with a figure that is not listed here fails the test, so none can be added without its source.
/// </summary>
public sealed class PageWordsTests
{
    [Fact]
    public void A_healthy_team_is_told_of_in_the_words_of_the_JSON() => AssertTold(ReportedPage.Healthy, 150);

    [Fact]
    public void An_unhealthy_team_is_told_of_in_the_words_of_the_JSON() => AssertTold(ReportedPage.Unhealthy, 250);

    [Fact]
    public void A_year_that_was_written_down_is_told_of_in_the_words_of_the_JSON() =>
        AssertTold(ReportedPage.Year, 150);

    [Fact]
    public void A_real_history_is_told_of_in_the_words_of_the_JSON() => AssertTold(ReportedPage.OfRealHistory(), 100);

    [Fact]
    public void Each_figure_that_is_wrong_is_noticed()
    {
        foreach (var (page, json) in new[] { ReportedPage.Healthy, ReportedPage.Unhealthy, ReportedPage.Year })
        {
            var facts = new PageFacts(json);
            var unnoticed = Spoken(page)
                .SelectMany(one => WithOneWrong(one.Words).Select(wrong => (one.Place, Words: wrong)))
                .Where(one => facts.Tell(one.Place, one.Words))
                .Select(one => $"{one.Place}: {one.Words}");

            Assert.Empty(unnoticed);
        }
    }

    /// <summary>A sentence again for each of its figures, with that one wrong. Numbers in the name of an improvement are none.</summary>
    private static IEnumerable<string> WithOneWrong(string words) =>
        Regex
            .Matches(words.Split(" — ")[0], "[0-9]+")
            .Select(figure => words.Insert(figure.Index + figure.Length, "9999"));

    private static void AssertTold(ReportedPage reported, int least)
    {
        Assert.Empty(Untold(reported.Page, reported.Json));
        var told = Spoken(reported.Page).Count();
        Assert.True(told >= least, $"{told} figures");
    }

    private static List<string> Untold(XElement page, JsonElement json)
    {
        var facts = new PageFacts(json);
        return
        [
            .. Spoken(page).Where(one => !facts.Tell(one.Place, one.Words)).Select(one => $"{one.Place}: {one.Words}"),
        ];
    }

    /// <summary>The texts with a figure, each with the id of its figure; without tables, which have a test of their own, and the marks of axes.</summary>
    private static IEnumerable<(string Place, string Words)> Spoken(XElement page) =>
        page.DescendantNodes()
            .OfType<XText>()
            .Where(text => text.Value.Any(char.IsAsciiDigit))
            .Where(text => !text.Ancestors().Any(IsElsewhere))
            .Select(text => Block(text.Parent!))
            .Distinct()
            .Select(block =>
                (
                    block.Ancestors("figure").FirstOrDefault()?.Attribute("id")!.Value ?? "",
                    Regex.Replace(block.Value, @"\s+", " ").Trim()
                )
            );

    private static bool IsElsewhere(XElement one) =>
        one.Name.LocalName is "table" or "style" or "title"
            && one.Parent?.Name.LocalName is not ("circle" or "rect" or "path" or "a" or "g")
        || (string?)one.Attribute("aria-hidden") == "true"
        || ((string?)one.Attribute("class") ?? "").Split(' ')[0] is "tick" or "do" // What to do is the rule's own word.
        || (one.Name.LocalName == "dd" && one.PreviousNode is XElement { Name.LocalName: "dt" });

    /// <summary>The sentence around a word; a place of the source stands for itself.</summary>
    private static XElement Block(XElement one) =>
        one.Name.LocalName is "code" or "a" or "small" or "span"
        && (string?)one.Attribute("class") is not ("said" or "rule")
        && one.Parent!.Name.LocalName != "li"
            ? Block(one.Parent)
            : one;
}
