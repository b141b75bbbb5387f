using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The keys of <c>fields</c>: every field that has labels.</summary>
internal static class FieldKeys
{
    public static ObjectType<ImmutableDictionary<FieldDefinition, ImmutableArray<string>>> Object { get; } =
        Of(FieldCatalog.Table);

    public static ObjectType<ImmutableDictionary<FieldDefinition, ImmutableArray<string>>> Of(FieldTable table) =>
        new([.. table.WithLabels.Select(Key)]);

    /// <summary>Labels from several files add up: each file knows words of its own.</summary>
    private static Key<ImmutableDictionary<FieldDefinition, ImmutableArray<string>>> Key(FieldDefinition field) =>
        Key<ImmutableDictionary<FieldDefinition, ImmutableArray<string>>>.Of(
            field.Name,
            $"Additional labels of {field.Name}.",
            new ListType<string>(SettingsKeys.Text),
            (labels, further) =>
                labels.SetItem(field, [.. labels.GetValueOrDefault(field, []).Union(further, StringComparer.Ordinal)])
        );
}
