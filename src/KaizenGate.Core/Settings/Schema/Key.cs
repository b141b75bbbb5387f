using System.Text.Json;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>One key of an object.</summary>
/// <param name="Name">The key.</param>
/// <param name="Description">Its meaning, in full sentences.</param>
/// <param name="Read">Reads the value and returns the change that it makes.</param>
/// <param name="Describe">Writes the schema of the value.</param>
internal sealed record Key<T>(
    string Name,
    string Description,
    JsonRead<Func<T, T>> Read,
    Action<Utf8JsonWriter> Describe
)
{
    /// <summary>The default value in JSON; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>A second name for the same key; null for none.</summary>
    public string? Alias { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Reads the value from a variable or an option; null when that is not possible.</summary>
    public Func<string, TextPosition, Func<T, T>>? Parse { get; private init; }

    public static Key<T> Of<TValue>(
        string name,
        string description,
        JsonType<TValue> type,
        Func<T, TValue, T> set,
        string? standard = null
    ) =>
        new(
            name,
            description,
            (ref cursor, setting) =>
            {
                var value = type.Read(ref cursor, setting);
                return before => set(before, value);
            },
            type.Describe
        )
        {
            Default = standard,
            Parse = type is TextualType<TValue> textual
                ? (text, place) =>
                {
                    var value = textual.Parse(text, place);
                    return before => set(before, value);
                }
                : null,
        };
}
