using KaizenGate.Core.Settings;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Checking;

/// <summary>The keys of a baseline file.</summary>
internal static class BaselineKeys
{
    /// <summary>The whole file.</summary>
    /// <param name="rules">The rules that entries may name, by id or name.</param>
    public static ObjectType<ImmutableArray<(BaselineEntry Value, TextPosition Place)>> File(
        IReadOnlyCollection<KnownRule> rules
    )
    {
        var entries = Entry(rules).Type.Select(Complete).WithPlace().ToList();
        return new([
            Key<ImmutableArray<(BaselineEntry, TextPosition)>>.Of(
                "schemaVersion",
                "The version of this format.",
                JsonTypes.Number(1, 1, isWhole: true),
                (before, _) => before
            ) with
            {
                IsRequired = true,
            },
            Key<ImmutableArray<(BaselineEntry, TextPosition)>>.Of(
                "entries",
                "The accepted findings.",
                entries,
                (_, all) => all
            ) with
            {
                IsRequired = true,
            },
        ]);
    }

    internal static ObjectType<BaselineEntry> Entry(IReadOnlyCollection<KnownRule> rules) =>
        new([
            Required("rule", "The rule.", RuleId(rules), (entry, id) => entry with { RuleId = id }),
            Optional("item", "The improvement.", JsonTypes.Text.OrNull(), (entry, key) => entry with { Item = key }),
            Required("path", "The backlog.", JsonTypes.Text, (entry, path) => entry with { Path = path }),
            Optional("commit", "The commit.", JsonTypes.Text.OrNull(), (entry, id) => entry with { Commit = id }),
            Required("date", "The day it was accepted.", JsonTypes.Date, (entry, day) => entry with { Date = day }),
            Optional(
                "since",
                "The day it was first accepted.",
                JsonTypes.Date,
                (entry, day) => entry with { FirstDate = day }
            ),
            Optional("expires", "The last day it holds.", JsonTypes.Date, (entry, day) => entry with { Expires = day }),
            Optional("reason", "Why.", JsonTypes.Text.OrNull(), (entry, why) => entry with { Reason = why }),
        ]);

    /// <summary>A rule by id or name, read as its id.</summary>
    private static JsonType<string> RuleId(IReadOnlyCollection<KnownRule> rules)
    {
        const string wanted = "the id or the name of a rule";
        var byWord = rules
            .SelectMany(rule => (KeyValuePair<string, string>[])[new(rule.Id, rule.Id), new(rule.Name, rule.Id)])
            .ToDictionary();
        return TextualType<string>.OfString(
            wanted,
            (text, place) =>
                byWord.GetValueOrDefault(text)
                ?? throw place.Mismatch(
                    Quote.Of(text),
                    wanted,
                    NearestName.Help(text, byWord.Keys, "`dotnet kaizen rules` lists the rules.")
                ),
            schema => schema.WriteStrings("enum", byWord.Keys)
        );
    }

    /// <summary>Sets the expiry of an entry that has none.</summary>
    private static BaselineEntry Complete(Func<BaselineEntry, BaselineEntry> read)
    {
        var entry = read(
            new BaselineEntry
            {
                RuleId = "",
                Path = "",
                Date = default,
                Expires = default,
            }
        );
        return entry.Expires == default
            ? entry with
            {
                Expires = DateOnly.FromDayNumber(
                    Math.Min(entry.Date.DayNumber + BaselineEntry.DefaultDays, DateOnly.MaxValue.DayNumber)
                ),
            }
            : entry;
    }

    private static Key<BaselineEntry> Required<T>(
        string name,
        string description,
        JsonType<T> type,
        Func<BaselineEntry, T, BaselineEntry> set
    ) => Optional(name, description, type, set) with { IsRequired = true };

    private static Key<BaselineEntry> Optional<T>(
        string name,
        string description,
        JsonType<T> type,
        Func<BaselineEntry, T, BaselineEntry> set
    ) => Key<BaselineEntry>.Of(name, description, type, set);
}
