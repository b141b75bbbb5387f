using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli.Hooks.Managers;

/// <summary>A JSON file, possibly with comments, that gets objects. They are found again by their keys.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Members">The keys of each object, outermost first, and its text.</param>
internal sealed record JsonFile(string Path, ImmutableArray<(ImmutableArray<string> Keys, string Value)> Members)
    : RecipeFile(Path)
{
    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public override string? Shown => With(null);

    public override string? With(string? text)
    {
        var changed = text ?? "{}\n";
        foreach (var (keys, value) in Members)
        {
            changed = Added(Removed(changed, keys), keys, value);
        }

        return changed;
    }

    public override string? Without(string text) =>
        Members.Aggregate(text, (changed, member) => Removed(changed, member.Keys));

    private string Added(string text, ImmutableArray<string> keys, string value)
    {
        var json = Encoding.UTF8.GetBytes(text);
        var levels = LevelsOf(json, keys);
        var depth = levels.Count - 1;
        var member = new StringBuilder();
        foreach (var (key, indent) in keys.Skip(depth).Select((key, at) => (key, Indent(depth + at + 1))))
        {
            member
                .Append('\n')
                .Append(indent)
                .Append('"')
                .Append(key)
                .Append("\": ")
                .Append(key == keys[^1] ? value : "{");
        }

        for (var open = keys.Length - 1; open > depth; open--)
        {
            member.Append('\n').Append(Indent(open)).Append('}');
        }

        member.Append(levels[depth].Children > 0 ? "," : $"\n{Indent(depth)}");
        return Encoding.UTF8.GetString([
            .. json[..levels[depth].Open],
            .. Encoding.UTF8.GetBytes(member.ToString()),
            .. json[levels[depth].Open..],
        ]);
    }

    private string Removed(string text, ImmutableArray<string> keys)
    {
        var json = Encoding.UTF8.GetBytes(text);
        var levels = LevelsOf(json, keys);
        if (levels.Count <= keys.Length)
        {
            return text;
        }

        // An object that has only ours goes too.
        var at = keys.Length;
        while (at > 1 && levels[at - 1].Children == 1)
        {
            at--;
        }

        var (start, end) = (levels[at].Name, levels[at].End);
        var before = json.AsSpan(0, start).TrimEnd(" \t\r\n"u8).Length;
        var after = end + json.AsSpan(end).Length - json.AsSpan(end).TrimStart(" \t\r\n"u8).Length;
        if (json[after] == ',')
        {
            (start, end) = (before, after + 1);
        }
        else
        {
            start = json[before - 1] == ',' ? before - 1 : before;
            end = levels[at - 1].Children == 1 ? after : end;
        }

        return Encoding.UTF8.GetString([.. json[..start], .. json[end..]]);
    }

    /// <summary>Returns the objects on the way to a key, from the root, as far as they exist.</summary>
    /// <exception cref="InputException">It is not JSON.</exception>
    private List<Level> LevelsOf(byte[] json, ImmutableArray<string> keys)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Options);
            var levels = new List<Level>();
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("it has no object");
            }

            Visit(ref reader, keys, name: 0, levels);
            return levels;
        }
        catch (JsonException wrong)
        {
            throw new InputException(
                $"is not valid JSON: {wrong.Message.TrimEnd('.')}",
                "Correct it, and try again.",
                Path
            );
        }
    }

    /// <summary>Reads an object to its end.</summary>
    private static void Visit(ref Utf8JsonReader reader, ImmutableArray<string> keys, int name, List<Level> levels)
    {
        var depth = levels.Count;
        levels.Add(default);
        var (open, children) = ((int)reader.BytesConsumed, 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            children++;
            var isOnTheWay = depth < keys.Length && levels.Count == depth + 1 && reader.ValueTextEquals(keys[depth]);
            var start = (int)reader.TokenStartIndex;
            reader.Read();
            if (isOnTheWay && reader.TokenType == JsonTokenType.StartObject)
            {
                Visit(ref reader, keys, start, levels);
            }
            else
            {
                reader.Skip();
            }
        }

        levels[depth] = new(name, open, (int)reader.BytesConsumed, children);
    }

    private static string Indent(int depth) => new(' ', 2 * depth);

    /// <summary>An object, in bytes from the start of the file.</summary>
    /// <param name="Name">Where its name begins.</param>
    /// <param name="Open">Where its content begins.</param>
    /// <param name="End">Where it ends.</param>
    /// <param name="Children">How many members it has.</param>
    private readonly record struct Level(int Name, int Open, int End, int Children);
}
