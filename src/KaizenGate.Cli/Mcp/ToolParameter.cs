namespace KaizenGate.Cli.Mcp;

/// <summary>The type of a parameter, as JSON schema names it.</summary>
internal enum ToolParameterType
{
    String,
    Number,
    Integer,
    Boolean,
}

/// <summary>A parameter of a tool.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Description">What it is, for the model that calls the tool.</param>
/// <param name="IsRequired">Whether a call without it is refused.</param>
/// <param name="MaxLength">The longest text, in UTF-16 code units; only for texts.</param>
internal sealed record ToolParameter(
    string Name,
    ToolParameterType Type,
    string Description,
    bool IsRequired = false,
    int MaxLength = ToolParameter.LongText
)
{
    /// <summary>The longest text of a field.</summary>
    public const int LongText = 2_000;

    /// <summary>The longest title, id, name or revision.</summary>
    public const int ShortText = 300;
}
