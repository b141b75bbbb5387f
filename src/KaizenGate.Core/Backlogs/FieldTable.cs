using System.Collections.Immutable;

namespace KaizenGate.Core.Backlogs;

/// <summary>The fields that an improvement can have, in the order in which they are written.</summary>
/// <param name="all">All of them.</param>
internal sealed class FieldTable(ImmutableArray<FieldDefinition> all)
{
    public ImmutableArray<FieldDefinition> All => all;

    /// <summary>Those that have a value of their own: all but the id, the title and the status.</summary>
    public ImmutableArray<FieldDefinition> WithValue { get; } = [.. all.Where(field => field.HasValue)];

    /// <summary>Those that have labels of their own.</summary>
    public IEnumerable<FieldDefinition> WithLabels => all.Where(one => one.ReadFrom is null);

    /// <summary>The position of a field, from 0; what is not in the table comes last.</summary>
    public int RankOf(FieldDefinition field)
    {
        var rank = all.IndexOf(field);
        return rank < 0 ? all.Length : rank;
    }

    /// <summary>The table with one more field at its end.</summary>
    public FieldTable With(FieldDefinition field) => new(all.Add(field));
}
