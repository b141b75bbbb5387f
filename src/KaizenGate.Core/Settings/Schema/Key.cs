using System.Text.Json;

namespace KaizenGate.Core.Settings.Schema;

/// <summary>Reads a value and returns what it changes.</summary>
internal delegate Func<T, T> ChangeReader<T>(ref JsonCursor cursor, string setting);

/// <summary>One key of an object: its name, its meaning, the shape of its value and what the value changes.</summary>
internal sealed record Key<T>(string Name, string Description, ChangeReader<T> Read, Action<Utf8JsonWriter> Describe)
{
    /// <summary>The value without settings, in JSON; null when there is none.</summary>
    public string? Default { get; init; }

    /// <summary>A second name for the same key; null when it has one only.</summary>
    public string? Alias { get; init; }

    public bool IsRequired { get; init; }

    /// <param name="name">The key.</param>
    /// <param name="description">What it decides; sentences with a stop.</param>
    /// <param name="shape">What its value looks like.</param>
    /// <param name="set">Puts the value where it belongs.</param>
    public static Key<T> Of<TValue>(string name, string description, JsonType<TValue> shape, Func<T, TValue, T> set) =>
        new(
            name,
            description,
            (ref cursor, setting) =>
            {
                var value = shape.Read(ref cursor, setting);
                return before => set(before, value);
            },
            shape.Describe
        );
}
