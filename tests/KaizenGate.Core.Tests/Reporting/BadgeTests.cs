using System.Text;
using System.Xml.Linq;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Reporting;

namespace KaizenGate.Core.Tests.Reporting;

public sealed class BadgeTests
{
    private static readonly Verdict Open = SampleVerdicts.Clean with
    {
        Figures = SampleVerdicts.Clean.Figures with { ExecutionRate = 2 / 3d, Executed = 2 },
    };

    [Fact]
    public void A_passed_gate_is_green_and_shows_the_rate() =>
        Assert.Equal(("gate passed, 67% executed", "brightgreen"), Of(Open));

    [Fact]
    public void A_gate_that_passes_because_of_a_baseline_is_not_green()
    {
        var finding = SampleVerdicts.About("title", "path").Findings[0];

        Assert.Equal(
            ("adopting, 2 findings accepted", "yellow"),
            Of(
                Open with
                {
                    Findings =
                    [
                        finding with
                        {
                            BaselinedSince = new(2026, 1, 5),
                        },
                        finding with
                        {
                            BaselinedSince = new(2026, 1, 5),
                        },
                    ],
                }
            )
        );
    }

    [Fact]
    public void A_gate_of_a_team_that_executed_nothing_yet_is_not_green() =>
        Assert.Equal(
            ("adopting, nothing executed", "yellow"),
            Of(Open with { Figures = Open.Figures with { ExecutionRate = 0, Executed = 0 } })
        );

    [Fact]
    public void A_failed_gate_is_red() =>
        Assert.Equal(("gate failed, 67% executed", "red"), Of(Open with { Outcome = Outcome.Fail }));

    [Fact]
    public void A_verdict_without_data_is_grey_and_not_a_pass() =>
        Assert.Equal(
            ("not evaluated", "lightgrey"),
            Of(Open with { Figures = Open.Figures with { ExecutionRate = null } })
        );

    [Fact]
    public void An_input_error_is_grey() =>
        Assert.Equal(("gate could not run", "lightgrey"), Of(SampleVerdicts.Broken));

    [Fact]
    public void The_picture_has_a_title_and_loads_nothing()
    {
        var svg = Svg("kaizen");

        Assert.Equal(
            "kaizen: gate passed, 67% executed",
            svg.Elements().Single(part => part.Name.LocalName == "title").Value
        );
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal("t", svg.Attribute("aria-labelledby")!.Value);
        Assert.All(
            svg.Descendants(),
            part => Assert.True(part.Name.LocalName is "title" or "rect" or "text", $"{part.Name}")
        );
    }

    [Fact]
    public void A_hostile_label_stays_text()
    {
        var svg = Svg("</title><script>alert(1)</script>&\e[2J");

        Assert.StartsWith("</title><script>", svg.Elements().First().Value, StringComparison.Ordinal);
        Assert.DoesNotContain("script", svg.Descendants().Select(part => part.Name.LocalName));
    }

    [Fact]
    public void The_parts_are_next_to_each_other()
    {
        var parts = Svg("kaizen").Elements().Where(part => part.Name.LocalName == "rect").ToList();

        // 6 letters of 6.5 and two margins of 6; 23 letters.
        Assert.Equal("51", parts[0].Attribute("width")!.Value);
        Assert.Equal("51", parts[1].Attribute("x")!.Value);
        Assert.Equal("174", parts[1].Attribute("width")!.Value);
    }

    [Fact]
    public void The_shields_endpoint_is_JSON()
    {
        using var stream = new MemoryStream();
        Badge.Of(Open, "kaizen").WriteJson(stream);

        Assert.Equal(
            """
            {
              "schemaVersion": 1,
              "label": "kaizen",
              "message": "gate passed, 67% executed",
              "color": "brightgreen",
              "isError": false
            }

            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(stream.ToArray())
        );
    }

    private static (string, string) Of(Verdict verdict)
    {
        var badge = Badge.Of(verdict, "kaizen");
        return (badge.Message, badge.ColorName);
    }

    private static XElement Svg(string label)
    {
        using var stream = new MemoryStream();
        Badge.Of(Open, label).WriteSvg(stream);
        return XElement.Parse(Encoding.UTF8.GetString(stream.ToArray()));
    }
}
