using System.Globalization;

namespace KaizenGate.Core.Settings;

/// <summary>Lists the settings in force, value by value, for a comparison.</summary>
internal static class SettingValues
{
    /// <summary>The element of <c>backlogs</c> without any glob.</summary>
    private const string UsualNames = "the usual names";

    /// <summary>
    /// Returns all values that affect the verdict. Left out are <c>$schema</c>, <c>root</c> and <c>extends</c>, which have no effect but
    /// on other values; <c>profile</c>, which is part of the severities; <c>baseline</c>, whose entries are compared; and what only
    /// concerns new improvements, reviews and display (<c>ids</c>, <c>idPrefix</c>, <c>secondLookWeeks</c>, the unit and <c>measure</c> of a metric).
    /// </summary>
    public static IEnumerable<SettingValue> Of(GateSettings settings, IEnumerable<KnownRule> rules) =>
        [
            .. Run(settings),
            .. ScoringValues(settings.Scoring),
            .. Labels(settings),
            .. Metrics(settings),
            .. Rules(settings, rules),
        ];

    private static IEnumerable<SettingValue> Run(GateSettings settings)
    {
        yield return settings.FailOn is { } lowest
            ? Ordered("failOn", WordOf(lowest), 1 + (Severity.Error - lowest))
            : Ordered("failOn", "never", 0);
        yield return Ordered(
            "history",
            WordOf(settings.History),
            settings.History switch
            {
                HistoryUse.Off => 0,
                HistoryUse.Auto => 1,
                _ => 2,
            }
        );
        yield return Ordered("people", Number(settings.People), settings.People);
        yield return Ordered("hoursPerWeek", Number(settings.HoursPerWeek), settings.HoursPerWeek);
        yield return Undecided(Number(settings.WindowWeeks), "windowWeeks");
        yield return Undecided(Number(settings.MaxFileBytes), "maxFileSize");
        yield return Undecided(settings.Archive is { } path ? Quote.Of(path) : "NAME.archive.md", "archive");
        foreach (var glob in settings.Backlogs.IsEmpty ? [UsualNames] : settings.Backlogs.Distinct())
        {
            yield return new(["backlogs", glob], "", glob.StartsWith('!') ? -1 : 1);
        }

        foreach (var tracker in settings.Trackers.DistinctBy(tracker => tracker.Snapshot))
        {
            yield return Undecided(tracker.Host ?? "", "backlogs", tracker.Snapshot, "host");
            yield return Undecided(string.Join(", ", tracker.Labels), "backlogs", tracker.Snapshot, "labels");
            yield return new(
                ["backlogs", tracker.Snapshot, "maxAge"],
                Number(tracker.MaxAgeHours),
                -tracker.MaxAgeHours
            );
        }
    }

    private static IEnumerable<SettingValue> ScoringValues(Scoring scoring) =>
        [
            Undecided(Number(scoring.Scale), "scoring", "scale"),
            Undecided(Quote.Of(scoring.Formula.Text), "scoring", "formula"),
            Undecided(WordOf(scoring.EffortIsEase), "scoring", "effortIsEase"),
            Undecided(Number(scoring.High), "scoring", "high"),
            Undecided(Number(scoring.Medium), "scoring", "medium"),
            Undecided(WordOf(scoring.EffortFromHours), "scoring", "effortFromHours"),
        ];

    private static IEnumerable<SettingValue> Labels(GateSettings settings)
    {
        var reading = settings.Reading;
        var form = reading.Items switch
        {
            PartForm.Heading => "headings",
            PartForm.Entry => "entries",
            PartForm.Row => "rows",
            _ => "auto",
        };
        yield return Undecided(form, "reading", "items");
        foreach (var (field, labels) in settings.Fields)
        {
            foreach (var label in labels)
            {
                yield return Undecided("", "fields", field.Name, label);
            }
        }

        foreach (var section in reading.Sections)
        {
            var meaning =
                section.IsIgnored ? "ignore"
                : section.Status is { } status ? WordOf(status)
                : section.Priority is { } priority ? WordOf(priority)
                : "items";
            yield return Undecided(meaning, "reading", "sections", section.Heading);
        }

        foreach (var (column, field) in reading.Columns)
        {
            yield return Undecided(field.Name, "reading", "columns", column);
        }

        foreach (var (word, status) in reading.Statuses)
        {
            yield return Undecided(WordOf(status), "reading", "statuses", word);
        }

        foreach (var (box, status) in reading.Boxes)
        {
            yield return Undecided(WordOf(status), "reading", "boxes", box);
        }
    }

    private static IEnumerable<SettingValue> Metrics(GateSettings settings)
    {
        foreach (var (name, metric) in settings.Metrics)
        {
            yield return new(["metrics", name], "", 1);
            yield return Undecided(WordOf(metric.Better), "metrics", name, "better");
            yield return Undecided(WordOf(metric.Kind), "metrics", name, "kind");
            yield return Undecided(
                metric.Source is { } file ? Quote.Of(file) : "the Metrics section",
                "metrics",
                name,
                "source"
            );
        }
    }

    private static IEnumerable<SettingValue> Rules(GateSettings settings, IEnumerable<KnownRule> rules)
    {
        foreach (var rule in rules)
        {
            var severity = settings.SeverityOf(rule);
            if (severity is Severity.Off)
            {
                continue; // Its options have no effect.
            }

            yield return new(["rules", rule.Id], WordOf(severity), (double)severity);
            var own = settings.Rules.GetValueOrDefault(rule.Id) ?? new RuleSettings();
            foreach (var parameter in rule.Parameters)
            {
                var value = own.Numbers.GetValueOrDefault(parameter.Name, parameter.Default);
                yield return new(
                    ["rules", rule.Id, parameter.Name],
                    Number(value),
                    parameter.Laxer switch
                    {
                        Laxer.Larger => -value,
                        Laxer.Smaller => value,
                        _ => null,
                    }
                );
            }

            // Each element of a list is one more thing that the rule checks.
            foreach (var list in rule.Lists)
            {
                foreach (var element in own.Lists.GetValueOrDefault(list.Name, list.Default).Distinct())
                {
                    yield return new(["rules", rule.Id, list.Name, element], "", 1);
                }
            }
        }
    }

    private static SettingValue Ordered(string key, string text, double strictness) => new([key], text, strictness);

    private static SettingValue Undecided(string text, params ImmutableArray<string> path) => new(path, text, null);

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The word of a value in the settings.</summary>
    private static string WordOf<T>(T value)
        where T : struct
    {
        var name = value.ToString()!;
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
