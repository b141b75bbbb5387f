using System.Buffers;

namespace KaizenGate.Core.Backlogs;

/// <summary>The values of an improvement by field. Immutable.</summary>
internal readonly struct WrittenValues : IEquatable<WrittenValues>
{
    // A linear search is the fastest for so few values.
    private readonly ImmutableArray<(FieldDefinition Field, Written Value)> values;

    /// <summary>The <see cref="FieldDefinition.Bit"/> of all fields: most of those that are asked for have no value.</summary>
    private readonly ulong bits;

    private WrittenValues(FieldTable table, ImmutableArray<(FieldDefinition Field, Written Value)> values)
    {
        (Table, this.values) = (table, values);
        foreach (var (field, _) in values)
        {
            bits |= field.Bit;
        }
    }

    /// <summary>No values.</summary>
    public static WrittenValues None { get; } = new(FieldCatalog.Table, []);

    /// <summary>The fields that can have a value.</summary>
    public FieldTable Table { get; }

    /// <summary>Returns the value of a field; null when it has none.</summary>
    public Written? Of(FieldDefinition field)
    {
        if ((bits & field.Bit) == 0)
        {
            return null;
        }

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

    /// <summary>Returns the values of a type, such as all dates.</summary>
    public IEnumerable<Written<T>> All<T>() => values.Select(one => one.Value).OfType<Written<T>>();

    /// <summary>Reads the value of each field of a table.</summary>
    /// <param name="source">What the values are read from.</param>
    /// <param name="read">Returns the value of a field; null when it has none. Should capture nothing: it is called for each improvement.</param>
    public static WrittenValues Read<TSource>(
        FieldTable table,
        TSource source,
        Func<TSource, FieldDefinition, Written?> read
    )
    {
        // Most improvements have few of the fields.
        var values = ArrayPool<(FieldDefinition, Written)>.Shared.Rent(table.WithValue.Length);
        var count = 0;
        foreach (var field in table.WithValue)
        {
            if (read(source, field) is { } value)
            {
                values[count++] = (field, value);
            }
        }

        var found = ImmutableArray.Create(values.AsSpan(0, count));
        ArrayPool<(FieldDefinition, Written)>.Shared.Return(values, clearArray: true);
        return new WrittenValues(table, found);
    }

    /// <summary>Returns the given values; those that are null are left out.</summary>
    public static WrittenValues Holding(params ReadOnlySpan<(FieldDefinition Field, Written? Value)> values)
    {
        var present = ImmutableArray.CreateBuilder<(FieldDefinition, Written)>(values.Length);
        foreach (var (field, value) in values)
        {
            if (value is not null)
            {
                present.Add((field, value));
            }
        }

        return new WrittenValues(FieldCatalog.Table, present.DrainToImmutable());
    }

    /// <summary>Returns a copy with one value set, or removed when null.</summary>
    public WrittenValues With(FieldDefinition field, Written? value)
    {
        var others = values.RemoveAll(one => one.Field == field);
        return new WrittenValues(Table, value is null ? others : others.Add((field, value)));
    }

    /// <summary>
    /// Returns a copy in which the values of another place of the improvement fill the gaps. A written value takes precedence over an
    /// inferred one; fields that share a label all come from the same place.
    /// </summary>
    public WrittenValues Or(WrittenValues other) =>
        Read(
            Table,
            (Self: this, Other: other),
            static (both, field) =>
                both.Self.Of(field) is { } own && !(own.IsInferred && both.Other.Of(field) is { IsInferred: false })
                    ? own
                : both.Self.States(field.Labelled) && both.Self.Of(field) is null ? null
                : both.Other.Of(field) ?? both.Self.Of(field)
        );

    public bool Equals(WrittenValues other) =>
        values.Length == other.values.Length && values.All(one => one.Value.Equals(other.Of(one.Field)));

    public override bool Equals(object? obj) => obj is WrittenValues other && Equals(other);

    public override int GetHashCode() =>
        values.Aggregate(0, (hash, one) => hash ^ HashCode.Combine(one.Field, one.Value));

    /// <summary>Whether a field with this label has a value.</summary>
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
