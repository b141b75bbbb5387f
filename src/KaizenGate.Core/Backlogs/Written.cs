using System.Globalization;

namespace KaizenGate.Core.Backlogs;

/// <summary>Where a value comes from.</summary>
internal enum ValueOrigin
{
    /// <summary>Read as written.</summary>
    Written,

    /// <summary>Converted from another scale (4/5 is 8/10).</summary>
    Rescaled,

    /// <summary>Derived from a word or a section heading (High is 8).</summary>
    Inferred,
}

/// <summary>A value of any type, see <see cref="Written{T}"/>.</summary>
internal abstract record Written(string Text, SourceSpan Span, ValueOrigin Origin)
{
    public bool IsInferred => Origin == ValueOrigin.Inferred;

    /// <summary>The value as an edit writes it: a date as YYYY-MM-DD, a number without its scale, anything else as written.</summary>
    public abstract string Plain { get; }

    /// <summary>The value, in a format of its own: two values of a field with the same text are equal.</summary>
    public abstract string ValueText { get; }
}

/// <summary>A value with the text that it was read from and the place of that text.</summary>
internal sealed record Written<T>(T Value, string Text, SourceSpan Span, ValueOrigin Origin = ValueOrigin.Written)
    : Written(Text, Span, Origin)
{
    public override string Plain =>
        Value switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            double number => number.ToString(CultureInfo.InvariantCulture),
            string text => text,
            _ => Text,
        };

    public override string ValueText => string.Create(CultureInfo.InvariantCulture, $"{Value}");
}
