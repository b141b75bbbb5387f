namespace KaizenGate.Core.Backlogs;

/// <summary>Why a command could not run: an input is missing, unreadable or invalid.</summary>
/// <param name="Message">What is wrong, with the value; one sentence.</param>
/// <param name="Help">What to do.</param>
/// <param name="Path">The file concerned, as a person would type it; or null.</param>
/// <param name="Line">From 1; null when no line is concerned.</param>
/// <param name="Column">From 1; null when no column is concerned.</param>
internal sealed record InputError(
    string Message,
    string Help,
    string? Path = null,
    int? Line = null,
    int? Column = null
)
{
    /// <summary>One line: <c>path:line:column: message. Help</c>.</summary>
    public override string ToString() =>
        $"{(Path is null ? "" : Line is null ? $"{Path}: " : $"{Path}:{Line}:{Column ?? 1}: ")}{Message}. {Help}";
}

/// <summary>Carries an <see cref="InputError"/>, which ends the program with exit code 2.</summary>
internal sealed class InputException : Exception
{
    public InputException(InputError error)
        : base(error.ToString()) => Error = error;

    public InputException(string message, string help, string? path = null, int? line = null, int? column = null)
        : this(new InputError(message, help, path, line, column)) { }

    public InputError Error { get; }
}
