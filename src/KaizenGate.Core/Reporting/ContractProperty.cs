using System.Collections;

namespace KaizenGate.Core.Reporting;

/// <summary>The type of a property in JSON.</summary>
internal enum JsonKind
{
    Text,

    /// <summary>Text in the form <c>YYYY-MM-DD</c>.</summary>
    Date,
    Whole,
    Number,
    Flag,
    Texts,
    Wholes,

    /// <summary>A figure with its interval: <c>value</c>, <c>low</c> and <c>high</c>.</summary>
    Estimate,
    Object,
    Objects,

    /// <summary>The reasons for figures that are null, by their names.</summary>
    Missing,

    /// <summary>Several properties whose names are only known with a value.</summary>
    Dynamic,
}

/// <summary>A property of a <see cref="JsonContract{T}"/>.</summary>
/// <param name="Name">Its name; empty for dynamic properties.</param>
/// <param name="Kind">Its type.</param>
/// <param name="IsNullable">Whether it may be without a value, as far as its type says.</param>
/// <param name="IsOmitted">Whether it is omitted then; otherwise it is null.</param>
/// <param name="Part">The contract of its objects; null for other types.</param>
internal sealed record ContractProperty(string Name, JsonKind Kind, bool IsNullable, bool IsOmitted, IEnumerable? Part);
