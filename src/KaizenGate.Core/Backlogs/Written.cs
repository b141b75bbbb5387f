namespace KaizenGate.Backlogs;

/// <summary>How a value came to be.</summary>
public enum ValueOrigin
{
    /// <summary>Read as it stands.</summary>
    Written,

    /// <summary>Read on another scale and converted (4/5 is 8/10).</summary>
    Rescaled,

    /// <summary>Concluded from a word or a section heading (High is 8).</summary>
    Inferred,
}

/// <summary>A value together with the text it was read from and the place of that text.</summary>
public sealed record Written<T>(T Value, string Text, SourceSpan Span, ValueOrigin Origin = ValueOrigin.Written);
