using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KaizenGate.Core.Tests.Reporting.Dashboard;

/// <summary>
/// Every figure in the sentences, tiles and tooltips of the page is in the JSON report of the same run, or follows from it.
/// A sentence with a figure that is not listed here fails the test, so that none is added without its source.
/// </summary>
public sealed class PageWordsTests
{
    [Fact]
    public void The_sentences_about_a_healthy_team_match_the_JSON() => AssertSentences(ReportedPage.Healthy, 150);

    [Fact]
    public void The_sentences_about_an_unhealthy_team_match_the_JSON() => AssertSentences(ReportedPage.Unhealthy, 250);

    [Fact]
    public void The_sentences_about_a_year_in_one_file_match_the_JSON() => AssertSentences(ReportedPage.Year, 150);

    [Fact]
    public void The_sentences_about_a_real_history_match_the_JSON() =>
        AssertSentences(ReportedPage.OfRealHistory(), 100);

    [Fact]
    public void Every_wrong_figure_is_detected()
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

    /// <summary>Variants of a sentence, each with one wrong figure. Numbers in names of improvements are unchanged.</summary>
    private static IEnumerable<string> WithOneWrong(string words) =>
        Regex
            .Matches(words.Split(" — ")[0], "[0-9]+")
            .Select(figure => words.Insert(figure.Index + figure.Length, "9999"));

    private static void AssertSentences(ReportedPage reported, int least)
    {
        Assert.Empty(Unmatched(reported.Page, reported.Json));
        var matched = Spoken(reported.Page).Count();
        Assert.True(matched >= least, $"{matched} figures");
    }

    private static List<string> Unmatched(XElement page, JsonElement json)
    {
        var facts = new PageFacts(json);
        return
        [
            .. Spoken(page).Where(one => !facts.Tell(one.Place, one.Words)).Select(one => $"{one.Place}: {one.Words}"),
        ];
    }

    /// <summary>The texts with figures and the ids of their charts, without ticks and tables; tables have their own test.</summary>
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

    /// <summary>The sentence around a word; the location of a finding is returned unchanged.</summary>
    private static XElement Block(XElement one) =>
        one.Name.LocalName is "code" or "a" or "small" or "span" or "strong" or "tspan"
        && (string?)one.Attribute("class") is not ("said" or "rule")
        && one.Parent!.Name.LocalName != "li"
            ? Block(one.Parent)
            : one;
}
