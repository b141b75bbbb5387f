using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using KaizenGate.Core.Reporting.Dashboard;

namespace KaizenGate.Core.Tests.Reporting.Dashboard;

/// <content>The sentences outside of charts.</content>
internal sealed partial class PageFacts
{
    private static readonly string[] Severities = ["error", "warning", "info"];

    private void Everywhere()
    {
        Holds("", @"^([^:]+): (.+)$", of => texts.Contains(Plain(of[0])) && texts.Contains(Plain(of[1])));
        Holds(
            "",
            $@"^The (?:week|([0-9.]+) weeks) from {Day} and the (?:week|([0-9.]+) weeks) before\.$",
            of =>
                of[1] == Text("comparison.now.from")
                && of[0] == of[2]
                && of[0] == (Weeks("comparison.now") is var weeks and not 1 ? $"{weeks}" : "")
                && Weeks("comparison.before") == Weeks("comparison.now")
        );
        Said("", $"^(?:.* · )?{Day} to {Day}$", "period.from", "period.to");
        Holds(
            "",
            $"^The history starts on {Day}, not on {Day}: (.+)$",
            of => of[0] == Text("period.from") && of[1] == Text("period.wantedFrom") && texts.Contains(Plain(of[2]))
        );
        Said("", $@"^Written by KaizenGate (\S+) as of {Day}\. This page runs no scripts", "tool.version", "asOf");
        Holds(
            "",
            @"^(?:(\d+) errors?)?(?:, )?(?:(\d+) warnings?)?(?:, )?(?:(\d+) infos?)?(?:no findings)?(?:, )?(?:(\d+) rules? not evaluated)?(?: \((.*)\))?$",
            Grounds
        );
        Holds(
            "",
            @"^(.+?\.)(?: (\d+) more findings? also fails? the gate\.)?$",
            of => IsFinding(of[0]) && (of[1].Length == 0 || of[1] == $"{Failing() - 1}")
        );
        Holds(
            "",
            @"^(KZ\d{3}) · (\d+) findings?(?:, fails the gate)?$",
            of => of[1] == $"{List("findings").Count(one => Text(one, "ruleId") == of[0])}"
        );
        Holds(
            "",
            @"^(\d+) more$",
            of => List("findings").CountBy(one => Text(one, "ruleId")).Any(rule => of[0] == $"{rule.Value - 3}")
        );
        Holds(
            "",
            @"^(\S+):(\d+)$",
            of => List("findings").Exists(one => $"{of[0]}:{of[1]}" == $"{Text(one, "path")}:{At(one, "line")}")
        );
        Holds("", "^(.+?) — .+$", of => texts.Contains(Plain(of[0])));
        Holds(
            "",
            @"^(\d+) more in the other reports\.$",
            of => List("findings").CountBy(one => Text(one, "ruleId")).Any(rule => of[0] == $"{rule.Value - 50}")
        );
    }

    private void Tiles()
    {
        Said("", $"^{Number} in progress, {Number} deferred$", "stock.inProgress", "stock.deferred");
        Holds(
            "",
            $"^in the period, {Number} in total$",
            of => Shows(of[0], "stock.identified") || Shows(of[0], "stock.executed")
        );
        Said("", $"^{Number} of {Number} ever identified$", "stock.executed", "stock.identified");
        Holds(
            "",
            @"^85%, in (\d+) weeks?, if taken first$",
            of => of[0] == $"{At(Chance("todaysOpenForecast", 0.85), "weeks")}"
        );
        Said("", @"^([\d.,]+ h) spent$", "investment.hoursSpent");
        Said("", "^([0-9.]+×) with planning$", "accrued.grossWithPlanning");
        Holds("", "^of the working time; the target is 20%$", _ => true);
    }

    private void Completions()
    {
        Holds(
            "",
            @"^The highest score first; (\d+) more are in the backlog\.$",
            of => of[0] == $"{List("open").Count - OpenItemsTable.MaxRows}"
        );
        Holds(
            "",
            @"^Hours spent on each completion .+\. (\d+) completions? ha(?:s|ve) neither\.$",
            of => of[0] == $"{List("completions").Count(one => !TellsHours(one))}"
        );
        Holds(
            "",
            @"^(\d+) more, which saved less, are in the JSON report\.$",
            of => of[0] == $"{List("completions").Count(TellsHours) - 40}"
        );
    }

    private bool Grounds(string[] of) =>
        Severities
            .Select((severity, at) => of[at] == Count(List("findings").Count(one => Text(one, "severity") == severity)))
            .All(isSo => isSo)
        && of[3]
            == Count(
                List("notEvaluated")
                    .Where(one => !one.GetProperty("needsChange").GetBoolean())
                    .Select(one => Text(one, "ruleId"))
                    .Distinct()
                    .Count()
            )
        && Regex
            .Matches(of[4], @"KZ\d+")
            .All(rule => List("findings").Exists(one => Text(one, "ruleId") == rule.Value));

    private static string Count(int count) => count == 0 ? "" : $"{count}";

    private bool IsFinding(string words) =>
        List("findings").Exists(one => Plain(words).EndsWith(Plain(Text(one, "message")), StringComparison.Ordinal));

    private int Failing() => List("findings").Count(one => Text(one, "severity") == "error");

    private static bool TellsHours(JsonElement one) => !IsNull(At(one, "hoursSpent")) || !IsNull(At(one, "hoursSaved"));

    private double Weeks(string span) =>
        (
            DateOnly.Parse(Text($"{span}.to"), CultureInfo.InvariantCulture).DayNumber
            - DateOnly.Parse(Text($"{span}.from"), CultureInfo.InvariantCulture).DayNumber
            + 1
        ) / 7d;
}
