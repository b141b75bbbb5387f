namespace KaizenGate.Core.Settings.Schema;

/// <summary>The place of a setting: in a file, an environment variable or an option.</summary>
/// <param name="Setting">Its name in messages: <c>scoring.high</c>, <c>KAIZEN_PEOPLE</c>, <c>--rule</c>.</param>
/// <param name="Text">The file; null for a variable or an option.</param>
/// <param name="Offset">The offset in bytes.</param>
internal readonly record struct TextPosition(string Setting, SettingsText? Text = null, int Offset = 0)
{
    /// <summary>Returns an error at this place.</summary>
    /// <param name="message">What is wrong, without a full stop.</param>
    /// <param name="help">What to do, with a full stop.</param>
    public InputException Error(string message, string help)
    {
        if (Text is null)
        {
            return new InputException(message, help);
        }

        var (line, column) = Text.LocationOf(Offset);
        return new InputException(message, help, Text.Path, line, column);
    }

    /// <summary>Returns the error for a value of another type.</summary>
    /// <param name="value">The value as displayed.</param>
    /// <param name="wanted">The type, such as "a whole number from 1 to 52".</param>
    /// <param name="help">What to do; null for the usual help.</param>
    public InputException Mismatch(string value, string wanted, string? help = null) =>
        Error($"{Setting} must be {wanted}, not {value}", help ?? "`dotnet kaizen schema` describes all settings.");
}
