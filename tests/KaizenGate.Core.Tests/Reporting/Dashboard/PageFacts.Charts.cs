using System.Globalization;
using System.Text.Json;

namespace KaizenGate.Core.Tests.Reporting.Dashboard;

/// <content>The sentences and tooltips of charts.</content>
internal sealed partial class PageFacts
{
    private static readonly string[] Forecasts = ["highestScoresForecast", "todaysOpenForecast", "drainForecast"];
    private static readonly string[] Lines = ["onePercent", "byHours", "byMetrics"];
    private static readonly string[] Limits = ["mean", "upperLimit", "lowerLimit"];

    private void Flow()
    {
        Said("cumulative", $"^{Number} identified$", "weeks.last.identifiedInAll");
        Said("cumulative", $"^{Number} executed$", "weeks.last.executedInAll");
        Holds(
            "cumulative",
            $"^{Number}$",
            of => Shows(of[0], "weeks.last.identifiedInAll") || Shows(of[0], "weeks.last.executedInAll")
        );
        Holds(
            "cumulative",
            @"In the period, (\d+) were captured and (\d+) executed: the gap (?:(grew|shrank) by (\d+)|did not change)\.$",
            Gap
        );
        Holds("flow", $@"^{Day} to {Day}: (\d+) (arrived|left)$", of => of[2] == $"{Between(of[0], of[1], of[3])}");
        Holds(
            "flow",
            $@"^<?{Number}/week arrived and <?{Number}/week left: completed, rejected or dropped\.(?: A bar is (\d+) weeks\.)?$",
            of =>
                Shows(of[0], "flow.arrivalsPerWeek~0.1")
                && Shows(of[1], "flow.departuresPerWeek~0.1")
                && (of[2].Length == 0 || of[2] == $"{Math.Ceiling(List("weeks").Count / 60.0)}")
        );
        Said(
            "rate",
            $"^Executed ÷ identified in the weeks up to each day: {Rate} at the end, and between {Rate} and {Rate} with 95% confidence",
            "weeks.last.executionRate.value",
            "weeks.last.executionRate.low",
            "weeks.last.executionRate.high"
        );
        Said("rate", $"^{Day}: {Rate}$", "weeks.last.last", "weeks.last.executionRate.value");
    }

    private void Time()
    {
        Said(
            "cycle",
            $@"^Days from start to completion, of {Number} completions?: half within {Number}, 85% within {Number}\.$",
            "cycleDays.count",
            "cycleDays.median",
            "cycleDays.percentile85"
        );
        Said("cycle", $"^85% ≤ {Number}$", "cycleDays.percentile85");
        Said("cycle", $"^50% ≤ {Number}$", "cycleDays.median");
        Holds("cycle", "lines at the 50th and the 85th percentile", _ => true);
        Holds(
            "cycle",
            $@"^(.+): (\d+) days?, completed {Day}$",
            of =>
                List("completions")
                    .Exists(one =>
                        IsNamed(one, of[0]) && of[1] == $"{At(one, "cycleDays")}" && of[2] == Text(one, "date")
                    )
        );
        Holds(
            "ages",
            $@"Half are older than {Number}; (\d+) of (\d+) (?:is|are) older than 90\.(?: The age of (\d+) more is unknown\.)?$",
            Ages
        );
        Holds(
            "ages",
            @"^(\d+) to (\d+) days: (\d+)$",
            of =>
                List("ageBands")
                    .Exists(one =>
                        of.SequenceEqual([$"{At(one, "fromDays")}", $"{At(one, "toDays")}", $"{At(one, "count")}"])
                    )
        );
        Holds(
            "ages",
            @"^(\d+) days or more: (\d+)$",
            of => List("ageBands").Exists(one => of.SequenceEqual([$"{At(one, "fromDays")}", $"{At(one, "count")}"]))
        );
        Holds("ages", @"^(\d+)$", of => List("ageBands").Exists(one => of[0] == $"{At(one, "count")}"));
        Holds(
            "forecast",
            $@"^today’s (\d+) open, taken first: 85% by {Day}$",
            of => Shows(of[0], "todaysOpenForecast.open") && of[1] == Text(Chance("todaysOpenForecast", 0.85), "date")
        );
        Holds(
            "forecast",
            $"^backlog empty, with new arrivals: 85% by {Day}(, if as many arrive as leave)?$",
            of => HoldsForecast("drainForecast", of[0], of[1])
        );
        Holds(
            "forecast",
            $@"^the (\d+) highest scores: 85% by {Day}(, if as many arrive as leave)?$",
            of => Shows(of[0], "highestScoresForecast.open") && HoldsForecast("highestScoresForecast", of[1], of[2])
        );
        Holds(
            "forecast",
            $"^(50|85|95)%: {Day}$",
            of =>
                Forecasts.Any(name =>
                    At(json, $"{name}.chances").GetArrayLength() > 0
                    && Text(Chance(name, int.Parse(of[0], CultureInfo.InvariantCulture) / 100.0), "date") == of[1]
                )
        );
        Holds(
            "forecast",
            @"^Drawn ([\d,]+) times from the last (\d+) weeks?\.$",
            of =>
                Shows(of[0], "todaysOpenForecast.trials")
                && of[1] == $"{At(json, "todaysOpenForecast.departures").GetArrayLength()}"
        );
        Holds("forecast", "^(?:50|85|95)%$|50, 85 and 95 percent", _ => true);
        // The reasons of several forecasts.
        Holds("forecast", @"^(.+\. .+\.)$", of => of[0].Split(". ").All(one => texts.Contains(Plain(one))));
        Holds(
            "",
            "^No open item has an impact and an effort from 1 to 10: ",
            _ => List("open").TrueForAll(one => IsNull(At(one, "impact")) || IsNull(At(one, "effort")))
        );
        Holds(
            "",
            @"(\d+) open items? without a score cannot be placed\.",
            of => of[0] == $"{List("open").Count(one => IsNull(At(one, "impact")) || IsNull(At(one, "effort")))}"
        );
    }

    private void Return()
    {
        Rows("flow", () => List("weeks").Count);
        Rows("cumulative", () => List("weeks").Count);
        Rows("rate", () => List("weeks").Count(week => !IsNull(At(week, "executionRate.value"))));
        Rows("cycle", () => List("completions").Count(one => !IsNull(At(one, "cycleDays"))));
        Rows("compounding", () => List("compounding").Count);
        Rows("metric", () => List("metrics").Max(one => List(one, "points").Count));
        Said(
            "compounding",
            "^([0-9.]+×) by hours saved, ([0-9.]+×) by the metrics. 1% a week would be ([0-9.]+×).$",
            "compounding.last.byHours",
            "compounding.last.byMetrics",
            "compounding.last.onePercent"
        );
        Said(
            "compounding",
            "^([0-9.]+×) by hours saved. 1% a week would be ([0-9.]+×).$",
            "compounding.last.byHours",
            "compounding.last.onePercent"
        );
        Said(
            "compounding",
            "^([0-9.]+×) by the metrics. 1% a week would be ([0-9.]+×).$",
            "compounding.last.byMetrics",
            "compounding.last.onePercent"
        );
        Said("compounding", "^by hours: ([0-9.]+×)$", "compounding.last.byHours");
        Said("compounding", "^by metrics: ([0-9.]+×)$", "compounding.last.byMetrics");
        Holds(
            "compounding",
            "^([0-9.]+×)$",
            of =>
                Lines.Any(name =>
                    !IsNull(At(json, $"compounding.last.{name}")) && Shows(of[0], $"compounding.last.{name}")
                )
        );
        Holds("compounding", "^1% a week$|1 is the level of day one", _ => true);
        Holds(
            "metric",
            $@"^(?:Lower|Higher) is better, now {Number}[^.]*\. (.+?)(?: Limits from ([0-9]+) values? of {Day} to {Day}\.)?$",
            of =>
                List("metrics")
                    .Exists(one =>
                        ShownNumber.Shows(of[0], At(one, "points.last.value"))
                        && (!of[1].Any(char.IsAsciiDigit) || texts.Contains(Plain(of[1])))
                        && (
                            of[2].Length > 0
                                ? ShownNumber.Shows(of[2], At(one, "baseValues"))
                                    && (of[3], of[4]) == (Text(one, "baseFrom"), Text(one, "baseTo"))
                                : At(one, "baseValues").ValueKind is JsonValueKind.Null
                        )
                    )
        );
        Holds(
            "metric",
            $"^{Day}: {Number}(?: [^,:]+)?(, (?:beyond|better than) the limits)?(?:: .*)?$",
            of =>
                List("metrics")
                    .SelectMany(one => List(one, "points"))
                    .Any(one =>
                        Text(one, "date") == of[0]
                        && ShownNumber.Shows(of[1], At(one, "value"))
                        && At(one, "beyondLimits").GetBoolean() == (of[2].Length > 0)
                    )
        );
        Holds(
            "metric",
            $"^{Number}$",
            of => List("metrics").Exists(one => Limits.Any(name => ShownNumber.Shows(of[0], At(one, name))))
        );
    }

    private bool Gap(string[] of)
    {
        var weeks = List("weeks");
        var (first, last) = (weeks[0], weeks[^1]);
        var came =
            Of(last, "identifiedInAll") - Of(first, "identifiedInAll") + Of(first, "captured") - Of(first, "rejected");
        var done = Of(last, "executedInAll") - Of(first, "executedInAll") + Of(first, "completed");
        var by = came - done;
        return of.SequenceEqual([
            $"{came}",
            $"{done}",
            by > 0 ? "grew"
            : by < 0 ? "shrank"
            : "",
            by == 0 ? "" : $"{Math.Abs(by)}",
        ]);
    }

    private int Between(string from, string to, string what) =>
        List("weeks")
            .Where(week =>
                string.CompareOrdinal(Text(week, "first"), from) >= 0
                && string.CompareOrdinal(Text(week, "last"), to) <= 0
            )
            .Sum(week => Of(week, what == "arrived" ? "captured" : "departed"));

    private bool Ages(string[] of)
    {
        var known = Of(json, "ageDays.count");
        var old = List("ageBands").Where(one => Of(one, "fromDays") >= 90).Sum(one => Of(one, "count"));
        return Shows(of[0], "ageDays.median")
            && of[1] == $"{old}"
            && of[2] == $"{known}"
            && of[3] == Count(Of(json, "stock.open") - known);
    }

    /// <summary>Whether a name, which may be cut, is the name of an improvement.</summary>
    private static bool IsNamed(JsonElement one, string name) =>
        Plain(IsNull(At(one, "id")) ? Text(one, "title") : $"{Text(one, "id")} {Text(one, "title")}")
            .StartsWith(Plain(name).TrimEnd('…').TrimEnd(), StringComparison.Ordinal);

    private bool HoldsForecast(string name, string day, string balance) =>
        day == Text(Chance(name, 0.85), "date")
        && At(json, $"{name}.assumesBalance").GetBoolean() == balance.Length > 0;

    private JsonElement Chance(string forecast, double probability) =>
        List($"{forecast}.chances").Find(one => Math.Abs(At(one, "probability").GetDouble() - probability) < 1e-9);

    private void Rows(string place, Func<int> all) =>
        Holds(
            place,
            @"^The last (\d+) of (\d+) rows; the JSON report has all\.$",
            of => of[0] == "60" && of[1] == $"{all()}"
        );
}
