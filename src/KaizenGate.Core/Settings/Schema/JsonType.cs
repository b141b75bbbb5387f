using System.Text.Json;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>What a value of the settings may look like. It reads the value and writes its JSON schema, so that the two
/// cannot disagree.</summary>
internal abstract class JsonType<T>
{
    /// <summary>Reads the value that begins where the cursor stands; leaves the cursor on its last token.</summary>
    /// <param name="cursor">Stands on the first token of the value.</param>
    /// <param name="setting">The name that messages give the value.</param>
    /// <exception cref="Backlogs.InputException">The value has another shape.</exception>
    public abstract T Read(ref JsonCursor cursor, string setting);

    /// <summary>Writes the members of its schema into the object that is open.</summary>
    public abstract void Describe(Utf8JsonWriter schema);
}

/// <summary>A value that can also be given as a plain text, by a variable or an option.</summary>
internal abstract class TextualType<T> : JsonType<T>
{
    /// <summary>Reads the value from a text.</summary>
    /// <exception cref="Backlogs.InputException">The text is no such value.</exception>
    public abstract T Parse(string text, TextPosition place);
}
