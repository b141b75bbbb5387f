using System.Collections.Immutable;
using System.Text.Json;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli.Mcp;

/// <summary>The arguments of a call, which are untrusted: of known names, of the types of the parameters, and of bounded length.</summary>
internal sealed class ToolArguments
{
    private readonly Dictionary<string, JsonElement> given;

    private ToolArguments(Dictionary<string, JsonElement> given) => this.given = given;

    /// <param name="parameters">The parameters of the tool.</param>
    /// <param name="arguments">The arguments by name; null is the same as missing.</param>
    /// <exception cref="InputException">One is unknown, missing, of another type or too long.</exception>
    public static ToolArguments Of(
        ImmutableArray<ToolParameter> parameters,
        IEnumerable<KeyValuePair<string, JsonElement>>? arguments
    )
    {
        var given = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments ?? [])
        {
            var parameter =
                parameters.FirstOrDefault(one => one.Name == name)
                ?? throw new InputException(
                    $"unknown parameter {Quote.Of(name)}",
                    NearestName.Help(name, [.. parameters.Select(one => one.Name)])
                );
            if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            {
                continue;
            }

            ThrowUnlessValid(parameter, value);
            if (value.ValueKind is not JsonValueKind.String || !string.IsNullOrWhiteSpace(TextOf(name, value)))
            {
                given[name] = value;
            }
        }

        return parameters.FirstOrDefault(one => one.IsRequired && !given.ContainsKey(one.Name)) is { } missing
            ? throw new InputException($"{missing.Name} is missing", $"Pass it: {missing.Description}")
            : new ToolArguments(given);
    }

    /// <summary>The argument of a required parameter, as text.</summary>
    public string Required(string name) => Text(name)!;

    /// <summary>A text without white space around it, or a number as written; null when missing.</summary>
    public string? Text(string name) =>
        !given.TryGetValue(name, out var value) ? null
        : value.ValueKind is JsonValueKind.String ? TextOf(name, value).Trim()
        : value.GetRawText();

    /// <summary>A whole number; null when missing.</summary>
    public int? Whole(string name) => given.TryGetValue(name, out var value) ? value.GetInt32() : null;

    /// <summary>Whether it is given and true.</summary>
    public bool Flag(string name) => given.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.True;

    private static void ThrowUnlessValid(ToolParameter parameter, JsonElement value)
    {
        var isValid = parameter.Type switch
        {
            ToolParameterType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            ToolParameterType.Integer => value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out _),
            ToolParameterType.Number => value.ValueKind is JsonValueKind.Number,
            _ => value.ValueKind is JsonValueKind.String,
        };
        if (!isValid)
        {
            throw new InputException(
                $"{parameter.Name} must be a JSON {parameter.Type.ToString().ToLowerInvariant()}",
                parameter.Description
            );
        }

        if (value.ValueKind is JsonValueKind.String && TextOf(parameter.Name, value).Length > parameter.MaxLength)
        {
            throw new InputException(
                $"{parameter.Name} has {TextOf(parameter.Name, value).Length} characters, more than {parameter.MaxLength}",
                "Shorten it, and name the place of the details."
            );
        }
    }

    private static string TextOf(string name, JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, as an escape.
            throw new InputException($"{name} contains a character that does not exist", "Leave it out.");
        }
    }
}
