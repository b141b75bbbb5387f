using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>A value in a YAML document.</summary>
/// <param name="At">The offset in the text.</param>
internal abstract record YamlValue(int At);

/// <param name="At">The offset of its first character, which is that of the quote or the <c>|</c>, if there is one.</param>
/// <param name="Text">The text, with <c>\n</c> between its lines.</param>
/// <param name="IsBlock">Whether each line is one of the original, indented: <c>key: |</c>.</param>
internal sealed record YamlText(int At, string Text, bool IsBlock) : YamlValue(At);

internal sealed record YamlList(int At, ImmutableArray<YamlValue> Values) : YamlValue(At);

internal sealed record YamlMap(int At, ImmutableArray<(string Key, YamlValue Value)> Entries) : YamlValue(At)
{
    /// <summary>Returns the value of the first key that the map has, in any case; null when it has none.</summary>
    public YamlValue? Of(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var entry in Entries)
            {
                if (entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase))
                {
                    return entry.Value;
                }
            }
        }

        return null;
    }
}

/// <summary>Reads YAML into values. An alias is its name: nothing grows when it is read.</summary>
internal static class YamlTree
{
    private const int MostDepth = 40;

    /// <summary>Reads all documents of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wrong">Where the text is not YAML, and why; null when all of it was read.</param>
    /// <returns>The documents before that place.</returns>
    public static ImmutableArray<YamlValue> Read(string text, out (int Offset, string Message)? wrong)
    {
        var documents = ImmutableArray.CreateBuilder<YamlValue>();
        var parser = new Parser(new StringReader(text));
        wrong = null;
        try
        {
            while (parser.MoveNext())
            {
                if (parser.Current is NodeEvent)
                {
                    documents.Add(Value(parser, 0));
                }
            }
        }
        catch (YamlException exception)
        {
            wrong = (Math.Clamp((int)exception.Start.Index, 0, text.Length), exception.Message);
        }
        catch (InvalidOperationException)
        {
            // The scanner throws this for a text in brackets that a line break ends.
            wrong = (Math.Clamp((int)(parser.Current?.End.Index ?? 0), 0, text.Length), "a bracket is not closed");
        }

        return documents.ToImmutable();
    }

    private static YamlValue Value(Parser parser, int depth)
    {
        var current = parser.Current!;
        if (depth > MostDepth)
        {
            throw new YamlException(current.Start, current.End, $"values are nested more than {MostDepth} levels deep");
        }

        var at = (int)current.Start.Index;
        switch (current)
        {
            case MappingStart:
                var entries = ImmutableArray.CreateBuilder<(string, YamlValue)>();
                while (parser.MoveNext() && parser.Current is not MappingEnd)
                {
                    var key = Value(parser, depth + 1);
                    parser.MoveNext();
                    entries.Add((key is YamlText { Text: var name } ? name : "", Value(parser, depth + 1)));
                }

                return new YamlMap(at, entries.ToImmutable());
            case SequenceStart:
                var values = ImmutableArray.CreateBuilder<YamlValue>();
                while (parser.MoveNext() && parser.Current is not SequenceEnd)
                {
                    values.Add(Value(parser, depth + 1));
                }

                return new YamlList(at, values.ToImmutable());
            case AnchorAlias alias:
                return new YamlText(at, $"*{alias.Value}", false);
            case Scalar scalar:
                return new YamlText(at, scalar.Value, scalar.Style is ScalarStyle.Literal);
            default:
                throw new YamlException(current.Start, current.End, "there is a value missing");
        }
    }
}
