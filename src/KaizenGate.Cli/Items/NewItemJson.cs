using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing.Workflow;

namespace KaizenGate.Cli.Items;

/// <summary>Reads improvements to capture from a JSON object or an array of objects.</summary>
internal static class NewItemJson
{
    private const string Help = "Use {\"title\": \"…\", \"impact\": 7, \"effort\": 3}, or an array of such objects.";

    /// <exception cref="InputException">The text is not JSON of that shape.</exception>
    public static ImmutableArray<NewItem> Read(string text, Scoring scoring, DateOnly today) =>
        JsonItems.Read(text, Help, properties => Item(properties, scoring, today));

    private static NewItem Item(IReadOnlyList<(string Name, string Text)> properties, Scoring scoring, DateOnly today)
    {
        string? title = null;
        string? evidence = null;
        var fields = ImmutableArray.CreateBuilder<(FieldDefinition, string)>();
        foreach (var (name, text) in properties)
        {
            if (name is "title" or "evidence")
            {
                (title, evidence) = name == "title" ? (text, evidence) : (title, text);
                continue;
            }

            var value =
                ItemValues.All.FirstOrDefault(one => one.Option == name || one.Field.JsonName == name)
                ?? throw Unknown(name);
            fields.Add((value.Field, ItemValues.Checked(value, text, scoring)));
        }

        return string.IsNullOrWhiteSpace(title)
            ? throw new InputException("\"title\" is missing", Help)
            : new NewItem(title.Trim(), fields.ToImmutable())
            {
                Captured = today,
                Evidence = string.IsNullOrWhiteSpace(evidence) ? null : evidence.Trim(),
            };
    }

    private static InputException Unknown(string name) =>
        new(
            $"unknown property {Quote.Of(name)}",
            NearestName.Help(name, [.. ItemValues.All.Select(value => value.Option), "title", "evidence"])
        );
}
