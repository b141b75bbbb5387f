using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>Reads YAML into values. An alias is its name: nothing grows when it is read.</summary>
internal static class YamlTree
{
    private const int MostDepth = 40;

    /// <summary>Reads all documents of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wrong">Where the text is not YAML, and why; null when all of it was read.</param>
    /// <returns>The documents before that place.</returns>
    public static ImmutableArray<DataValue> Read(string text, out (int Offset, string Message)? wrong)
    {
        var documents = ImmutableArray.CreateBuilder<DataValue>();
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

    private static DataValue Value(Parser parser, int depth)
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
                var entries = ImmutableArray.CreateBuilder<(string, DataValue)>();
                while (parser.MoveNext() && parser.Current is not MappingEnd)
                {
                    var key = Value(parser, depth + 1);
                    parser.MoveNext();
                    entries.Add((key is DataText { Text: var name } ? name : "", Value(parser, depth + 1)));
                }

                return new DataMap(at, entries.ToImmutable());
            case SequenceStart:
                var values = ImmutableArray.CreateBuilder<DataValue>();
                while (parser.MoveNext() && parser.Current is not SequenceEnd)
                {
                    values.Add(Value(parser, depth + 1));
                }

                return new DataList(at, values.ToImmutable());
            case AnchorAlias alias:
                return new DataText(at, $"*{alias.Value}", false);
            case Scalar scalar:
                return new DataText(at, scalar.Value, scalar.Style is ScalarStyle.Literal);
            default:
                throw new YamlException(current.Start, current.End, "there is a value missing");
        }
    }
}
