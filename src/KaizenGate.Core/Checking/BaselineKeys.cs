using System.Collections.Immutable;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Checking;

/// <summary>The keys of a baseline file.</summary>
internal static class BaselineKeys
{
    private static readonly TextType Text = new();
    private static readonly DateType Day = new();

    /// <summary>The whole file.</summary>
    /// <param name="rules">The rules that entries may name, by id or name.</param>
    public static ObjectType<ImmutableArray<(BaselineEntry Value, TextPosition Place)>> File(
        IReadOnlyCollection<KnownRule> rules
    )
    {
        var entry = new ConvertedType<Func<BaselineEntry, BaselineEntry>, BaselineEntry>(Entry(rules), Complete);
        var entries = new ListType<(BaselineEntry, TextPosition)>(new PlacedType<BaselineEntry>(entry));
        return new([
            Key<ImmutableArray<(BaselineEntry, TextPosition)>>.Of(
                "schemaVersion",
                "The version of this format.",
                new NumberType(1, 1, isWhole: true),
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

    internal static ObjectType<BaselineEntry> Entry(IReadOnlyCollection<KnownRule> rules)
    {
        return new([
            Required("rule", "The rule.", new RuleIdType(rules), (entry, id) => entry with { RuleId = id }),
            Optional(
                "item",
                "The improvement.",
                new NullableType<string>(Text),
                (entry, key) => entry with { Item = key }
            ),
            Required("path", "The backlog.", Text, (entry, path) => entry with { Path = path }),
            Optional(
                "commit",
                "The commit.",
                new NullableType<string>(Text),
                (entry, id) => entry with { Commit = id }
            ),
            Required("date", "The day it was accepted.", Day, (entry, day) => entry with { Date = day }),
            Optional("expires", "The last day it holds.", Day, (entry, day) => entry with { Expires = day }),
            Optional("reason", "Why.", new NullableType<string>(Text), (entry, why) => entry with { Reason = why }),
        ]);
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
        JsonType<T> shape,
        Func<BaselineEntry, T, BaselineEntry> set
    ) => Optional(name, description, shape, set) with { IsRequired = true };

    private static Key<BaselineEntry> Optional<T>(
        string name,
        string description,
        JsonType<T> shape,
        Func<BaselineEntry, T, BaselineEntry> set
    ) => Key<BaselineEntry>.Of(name, description, shape, set);
}
