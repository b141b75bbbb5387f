using KaizenGate.Core.Backlogs;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>Where a setting was given: a place in a file, an environment variable or an option.</summary>
/// <param name="Setting">Its name as a message says it: <c>scoring.high</c>, <c>KAIZEN_PEOPLE</c>, <c>--rule</c>.</param>
/// <param name="Text">The file; null for what comes from no file.</param>
/// <param name="Offset">The offset in the file.</param>
internal readonly record struct TextPosition(string Setting, SettingsText? Text = null, int Offset = 0)
{
    /// <summary>The error that the place shows.</summary>
    /// <param name="message">What is wrong; one sentence without a stop.</param>
    /// <param name="help">What to do; one sentence with its stop.</param>
    public InputException Error(string message, string help)
    {
        if (Text is null)
        {
            return new InputException(new InputError(message, help));
        }

        var (line, column) = Text.LocationOf(Offset);
        return new InputException(new InputError(message, help, Text.Path, line, column));
    }

    /// <summary>The error that a value is not what the setting wants.</summary>
    /// <param name="value">The value as it may be shown.</param>
    /// <param name="wanted">What it must be, "a whole number from 1 to 52".</param>
    /// <param name="help">What to do; null to say no more than what it must be.</param>
    public InputException Mismatch(string value, string wanted, string? help = null) =>
        Error($"{Setting} must be {wanted}, not {value}", help ?? "`dotnet kaizen schema` describes all settings.");
}
