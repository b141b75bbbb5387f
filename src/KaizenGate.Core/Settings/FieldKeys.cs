using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>The keys of <c>fields</c>: every field with labels. Labels from several files add up.</summary>
internal static class FieldKeys
{
    public static ObjectType<ImmutableDictionary<FieldDefinition, ImmutableArray<string>>> Object { get; } =
        Of(FieldCatalog.Table);

    public static ObjectType<ImmutableDictionary<FieldDefinition, ImmutableArray<string>>> Of(FieldTable table) =>
        new([
            .. table.WithLabels.Select(field =>
                Key<ImmutableDictionary<FieldDefinition, ImmutableArray<string>>>.Of(
                    field.Name,
                    $"Additional labels of {field.Name}.",
                    JsonTypes.Text.ToList(),
                    (labels, more) => labels.SetItem(field, [.. labels.GetValueOrDefault(field, []).Union(more)])
                )
            ),
        ]);
}
