using System.Collections.Immutable;

namespace KaizenGate.Core.Backlogs;

/// <summary>The values that an improvement has, by field. Never changes itself.</summary>
internal sealed class WrittenValues : IEquatable<WrittenValues>
{
    // Few enough for a search from the front to be the fastest.
    private readonly ImmutableArray<(FieldDefinition Field, Written Value)> values;

    private WrittenValues(FieldTable table, ImmutableArray<(FieldDefinition, Written)> values) =>
        (Table, this.values) = (table, values);

    /// <summary>No value of any of the usual fields.</summary>
    public static WrittenValues None { get; } = new(FieldCatalog.Table, []);

    /// <summary>The fields that there can be values of.</summary>
    public FieldTable Table { get; }

    /// <summary>The value of a field; null when it has none.</summary>
    public Written? Of(FieldDefinition field)
    {
        foreach (var (own, value) in values)
        {
            if (ReferenceEquals(own, field))
            {
                return value;
            }
        }

        return null;
    }

    /// <inheritdoc cref="Of(FieldDefinition)"/>
    public Written<T>? Of<T>(FieldDefinition<T> field) => (Written<T>?)Of((FieldDefinition)field);

    /// <summary>The values of a type: all dates, all texts.</summary>
    public IEnumerable<Written<T>> All<T>() => values.Select(one => one.Value).OfType<Written<T>>();

    /// <summary>Reads the value of each field of a table.</summary>
    /// <param name="table">The fields.</param>
    /// <param name="read">The value of a field; null when it has none.</param>
    public static WrittenValues Read(FieldTable table, Func<FieldDefinition, Written?> read)
    {
        var values = ImmutableArray.CreateBuilder<(FieldDefinition, Written)>(table.WithValue.Length);
        foreach (var field in table.WithValue)
        {
            if (read(field) is { } value)
            {
                values.Add((field, value));
            }
        }

        return new WrittenValues(table, values.DrainToImmutable());
    }

    /// <summary>The values after one of them was set, or taken away.</summary>
    public WrittenValues With(FieldDefinition field, Written? value)
    {
        var others = values.RemoveAll(one => one.Field == field);
        return new WrittenValues(Table, value is null ? others : others.Add((field, value)));
    }

    /// <summary>
    /// The values with those of another place of the same improvement for what they lack. A written value goes before an inferred one; of the fields
    /// that share a label, all come from one place.
    /// </summary>
    public WrittenValues Or(WrittenValues other) =>
        Read(
            Table,
            field =>
                Of(field) is { } own && !(own.IsInferred && other.Of(field) is { IsInferred: false }) ? own
                : States(field.Labelled) && Of(field) is null ? null
                : other.Of(field) ?? Of(field)
        );

    public bool Equals(WrittenValues? other) =>
        other is not null
        && values.Length == other.values.Length
        && values.All(one => one.Value.Equals(other.Of(one.Field)));

    public override bool Equals(object? obj) => Equals(obj as WrittenValues);

    public override int GetHashCode() =>
        values.Aggregate(0, (hash, one) => hash ^ HashCode.Combine(one.Field, one.Value));

    /// <summary>Whether any of the fields that share a label has a value.</summary>
    private bool States(FieldDefinition label)
    {
        foreach (var (field, _) in values)
        {
            if (field.Labelled == label)
            {
                return true;
            }
        }

        return false;
    }
}
