using System.Collections.Immutable;
using KaizenGate.Settings;
using KaizenGate.Settings.Schema;

namespace KaizenGate.Checking;

/// <summary>The keys of a baseline file.</summary>
internal static class BaselineKeys
{
    private static readonly TextShape Text = new();
    private static readonly DateShape Day = new();

    /// <summary>The whole file.</summary>
    /// <param name="rules">The rules that entries may name, by id or name.</param>
    public static ObjectShape<ImmutableArray<(BaselineEntry Value, Place Place)>> File(
        IReadOnlyCollection<KnownRule> rules
    )
    {
        var entry = new ConvertedShape<Func<BaselineEntry, BaselineEntry>, BaselineEntry>(Entry(rules), Complete);
        var entries = new ListShape<(BaselineEntry, Place)>(new PlacedShape<BaselineEntry>(entry));
        return new([
            Key<ImmutableArray<(BaselineEntry, Place)>>.Of(
                "schemaVersion",
                "The version of this format.",
                new NumberShape(1, 1, isWhole: true),
                (before, _) => before
            ) with
            {
                IsRequired = true,
            },
            Key<ImmutableArray<(BaselineEntry, Place)>>.Of(
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

    internal static ObjectShape<BaselineEntry> Entry(IReadOnlyCollection<KnownRule> rules)
    {
        return new([
            Required("rule", "The rule.", new RuleIdShape(rules), (entry, id) => entry with { RuleId = id }),
            Optional(
                "item",
                "The improvement.",
                new NullableShape<string>(Text),
                (entry, key) => entry with { Item = key }
            ),
            Required("path", "The backlog.", Text, (entry, path) => entry with { Path = path }),
            Optional(
                "commit",
                "The commit.",
                new NullableShape<string>(Text),
                (entry, id) => entry with { Commit = id }
            ),
            Required("date", "The day it was accepted.", Day, (entry, day) => entry with { Date = day }),
            Optional("expires", "The last day it holds.", Day, (entry, day) => entry with { Expires = day }),
            Optional("reason", "Why.", new NullableShape<string>(Text), (entry, why) => entry with { Reason = why }),
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
        Shape<T> shape,
        Func<BaselineEntry, T, BaselineEntry> set
    ) => Optional(name, description, shape, set) with { IsRequired = true };

    private static Key<BaselineEntry> Optional<T>(
        string name,
        string description,
        Shape<T> shape,
        Func<BaselineEntry, T, BaselineEntry> set
    ) => Key<BaselineEntry>.Of(name, description, shape, set);
}
