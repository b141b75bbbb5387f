namespace KaizenGate.Core.Backlogs;

/// <summary>Why a command cannot run: an input is missing, unreadable or not valid.</summary>
/// <param name="Message">What is wrong, with the value, as one sentence without a full stop.</param>
/// <param name="Help">What to do, without a full stop.</param>
/// <param name="Path">The file as a user would type it; null when there is none.</param>
/// <param name="Line">From 1; null for the whole file.</param>
/// <param name="Column">From 1; null for the whole line.</param>
internal sealed record InputError(
    string Message,
    string Help,
    string? Path = null,
    int? Line = null,
    int? Column = null
)
{
    /// <summary>Returns <c>path:line:column: message. Help</c>.</summary>
    public override string ToString() =>
        $"{(Path is null ? "" : Line is null ? $"{Path}: " : $"{Path}:{Line}:{Column ?? 1}: ")}{Message}. {Help}";
}

/// <summary>Carries an <see cref="InputError"/> to the top level, where it becomes exit code 2.</summary>
internal sealed class InputException : Exception
{
    public InputException(InputError error)
        : base(error.ToString()) => Error = error;

    public InputException(string message, string help, string? path = null, int? line = null, int? column = null)
        : this(new InputError(message, help, path, line, column)) { }

    public InputError Error { get; }
}
