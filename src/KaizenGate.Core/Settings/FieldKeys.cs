using System.Collections.Immutable;
using KaizenGate.Backlogs;
using KaizenGate.Settings.Shapes;

namespace KaizenGate.Settings;

/// <summary>The keys of <c>fields</c>: every property that a label can stand for.</summary>
internal static class FieldKeys
{
    public static ObjectShape<ImmutableDictionary<FieldName, ImmutableArray<string>>> Object { get; } =
        new([.. Enum.GetValues<FieldName>().Where(field => field != FieldName.Other).Select(Key)]);

    /// <summary>Labels from several files add up: each file knows words of its own.</summary>
    private static Key<ImmutableDictionary<FieldName, ImmutableArray<string>>> Key(FieldName field)
    {
        var name = field.ToString();
        return Key<ImmutableDictionary<FieldName, ImmutableArray<string>>>.Of(
            $"{char.ToLowerInvariant(name[0])}{name[1..]}",
            $"Additional labels of {name}.",
            new ListShape<string>(SettingsKeys.Text),
            (labels, further) =>
                labels.SetItem(field, [.. labels.GetValueOrDefault(field, []).Union(further, StringComparer.Ordinal)])
        );
    }
}
