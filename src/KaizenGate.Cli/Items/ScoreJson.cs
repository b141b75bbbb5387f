using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Workflow;

namespace KaizenGate.Cli.Items;

/// <summary>Scores from standard input: a JSON object or an array of objects. All are written, or none.</summary>
internal sealed class ScoreJson
{
    private const string Help =
        "Use {\"reference\": \"IMP-001\", \"impact\": 8, \"effort\": 2}, or an array of such objects.";

    private readonly ImmutableArray<(string Name, string? Impact, string? Effort)> all;

    private ScoreJson(ImmutableArray<(string, string?, string?)> all) => this.all = all;

    /// <exception cref="InputException">The text is not JSON of that shape, or a value is outside the scale.</exception>
    public static ScoreJson Read(string text, int scale) =>
        new(JsonItems.Read(text, Help, properties => One(properties, scale)));

    /// <summary>Writes the scores.</summary>
    /// <returns>The edit, and the improvements in the order of the input.</returns>
    /// <exception cref="InputException">An improvement is unknown or there twice, or the edit is refused.</exception>
    public (BacklogEdit Edit, ImmutableArray<Improvement> Items) Write(ItemRun run, bool isDryRun)
    {
        ImmutableArray<GivenScore> given = [];
        var edit = BacklogEdit.Of(
            run.OnlyFile(),
            run.Reading,
            document =>
            {
                given = [.. all.Select((one, index) => Found(document, one, index))];
                ThrowIfTwice(given);
                return Scores.Set(document, given);
            },
            isDryRun,
            journal: run.Journal(Wording.Count(all.Length, "improvement"))
        );
        return (edit, [.. given.Select(one => edit.After.Find(one.Item.Key)!)]);
    }

    private GivenScore Found(EditableBacklog document, (string Name, string? Impact, string? Effort) one, int index) =>
        JsonItems.Place(
            index,
            all.Length,
            () => new GivenScore(ItemSearch.Find([document.Backlog], one.Name).Item, one.Impact, one.Effort)
        );

    private static void ThrowIfTwice(ImmutableArray<GivenScore> given)
    {
        var seen = new Dictionary<int, int>();
        for (var index = 0; index < given.Length; index++)
        {
            if (!seen.TryAdd(given[index].Item.Order, index))
            {
                throw new InputException(
                    $"objects {seen[given[index].Item.Order] + 1} and {index + 1} in the input are both {Quote.Of(given[index].Item.Name)}",
                    "Leave one of them out."
                );
            }
        }
    }

    private static (string Name, string? Impact, string? Effort) One(
        IReadOnlyList<(string Name, string Text)> properties,
        int scale
    )
    {
        string? reference = null;
        string? id = null;
        string? impact = null;
        string? effort = null;
        foreach (var (name, text) in properties)
        {
            switch (name)
            {
                case "reference":
                    reference = text;
                    break;
                case "id":
                    id = text;
                    break;
                case "impact":
                    impact = ItemValues.Rating(name, text, scale);
                    break;
                case "effort":
                    effort = ItemValues.Rating(name, text, scale);
                    break;
                default:
                    throw new InputException(
                        $"unknown property {Quote.Of(name)}",
                        NearestName.Help(name, ["reference", "id", "impact", "effort"])
                    );
            }
        }

        var named = reference ?? id;
        return string.IsNullOrWhiteSpace(named) ? throw new InputException("\"reference\" and \"id\" are missing", Help)
            : impact is null && effort is null ? throw new InputException("\"impact\" and \"effort\" are missing", Help)
            : (named, impact, effort);
    }
}
