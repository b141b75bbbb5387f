using CsCheck;
using KaizenGate.Core.Analytics;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reporting.Dashboard;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Analytics;

namespace KaizenGate.Core.Tests.Reporting.Dashboard;

public sealed class DashboardPageTests
{
    private static readonly string[] Elements =
    [
        .. "a body circle code dd desc details div dl dt figcaption figure footer h1 h2 h3 head header html li line link main".Split(
            ' '
        ),
        .. "meta nav ol p path rect section small span strong style summary svg table tbody td text th thead title tr tspan ul".Split(
            ' '
        ),
    ];

    [Fact]
    public void The_page_shows_the_figures_of_the_year()
    {
        var tiles = Drawn.Page(YearOfEvidence.Report).All("dl").Single().Elements("div");

        Assert.Equal(
            [("Open", "52"), ("Identified", "156"), ("Executed", "104"), ("Execution rate", "67%")],
            tiles.Take(4).Select(tile => ((string)tile.Element("dt")!, (string)tile.Element("dd")!))
        );
    }

    [Fact]
    public void Hostile_titles_stay_text() =>
        Hostile.Text.Sample(title =>
        {
            var page = Drawn.Page(About(title), "https://example.com/blob/main/");

            Assert.All(
                page.DescendantsAndSelf(),
                element =>
                {
                    Assert.Contains(element.Name.LocalName, Elements);
                    Assert.DoesNotContain(
                        element.Attributes(),
                        attribute =>
                            attribute.Name.LocalName is "style"
                            || attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                    );
                }
            );
            Assert.All(
                page.All("a").Select(link => link.Attribute("href")!.Value),
                address => Assert.Matches("^(#|https://example.com/)", address)
            );
        });

    [Theory]
    [InlineData("</svg><script>alert(1)</script>")]
    [InlineData("</title></style><img src=x onerror=alert(1)>")]
    [InlineData("\"><a href=\"javascript:alert(1)\">")]
    public void Markup_in_a_title_is_escaped(string title) =>
        Assert.Contains(title, Drawn.Page(About(title)).Value, StringComparison.Ordinal);

    [Fact]
    public void The_policy_allows_only_the_style_sheet_of_the_page()
    {
        var page = Drawn.Page(YearOfEvidence.Report);

        var style = page.All("style").Single().Value;
        var hash = Convert.ToBase64String(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style))
        );
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'",
            page.All("meta")
                .Single(meta => (string?)meta.Attribute("http-equiv") is not null)
                .Attribute("content")!
                .Value
        );
    }

    [Fact]
    public void Without_data_each_panel_says_what_is_missing()
    {
        var page = Drawn.Page(YearOfEvidence.Of("# Improvement Backlog\n"));

        Assert.Empty(page.All("svg", "plot"));
        Assert.All(page.All("p", "missing"), panel => Assert.Matches(@"^\S.*[.]$", panel.Value));
        Assert.DoesNotContain("0%", page.All("dl").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_lead_to_lines_if_the_location_of_the_files_is_known()
    {
        var links = Drawn.Page(YearOfEvidence.Report, "https://example.com/blob/main/").All("a");

        Assert.Contains(
            links,
            link => link.Attribute("href")!.Value.StartsWith("https://example.com/blob/main/", StringComparison.Ordinal)
        );
        Assert.All(
            Drawn.Page(YearOfEvidence.Report).All("a"),
            link => Assert.StartsWith("#", link.Attribute("href")!.Value, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("javascript:alert(1)//")]
    [InlineData("data:text/html,")]
    [InlineData("//evil.example/")]
    [InlineData("/etc/")]
    public void An_unsafe_base_disables_links(string address) =>
        Assert.Null(new SourceLinks(address).To(SourceFile.Named("IMPROVEMENTS.md"), 3));

    [Theory]
    [InlineData("../", "a b/x#1.md", "../a%20b/x%231.md#L3")]
    [InlineData("", "javascript:x.md", "./javascript%3Ax.md#L3")]
    [InlineData("https://h/o/r/blob/1a/", "docs/B.md", "https://h/o/r/blob/1a/docs/B.md#L3")]
    public void Each_part_of_a_path_is_escaped(string address, string path, string link) =>
        Assert.Equal(link, new SourceLinks(address).To(SourceFile.Named(path), 3));

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../outside.md")]
    public void Files_outside_of_the_repository_are_not_linked(string path) =>
        Assert.Null(new SourceLinks("https://h/").To(SourceFile.Named(path), 1));

    private static ImprovementReport About(string title)
    {
        var report = YearOfEvidence.Report;
        return report with
        {
            Open = [.. report.Open.Select(one => one with { Title = title, Id = title })],
            Completions =
            [
                .. report.Completions.TakeLast(3).Select(one => one with { Title = title, Measured = title }),
            ],
            Verdict = SampleVerdicts.About(title, "IMPROVEMENTS.md"),
            Metrics =
            [
                new(title, new(Better.Lower))
                {
                    Unit = title,
                    Points = [new(report.Period.From, 1, true, title), new(report.Period.To, 2, false, title)],
                    Signal = title,
                },
            ],
        };
    }
}
