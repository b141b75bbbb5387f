namespace KaizenGate.Core.Transcripts;

/// <summary>Splits a command line for a POSIX shell or PowerShell into its commands and their words. It only reads: nothing is expanded or run.</summary>
internal static class ShellWords
{
    private const int MaxCommands = 32;
    private const int MaxWords = 64;

    /// <summary>Returns the pipelines of a command line, each with the words of its commands, without redirections and the text of here documents.</summary>
    /// <param name="line">A command line of any length and content.</param>
    public static ImmutableArray<ImmutableArray<ImmutableArray<ShellWord>>> Of(ReadOnlySpan<char> line)
    {
        var pipelines = ImmutableArray.CreateBuilder<ImmutableArray<ImmutableArray<ShellWord>>>();
        var commands = ImmutableArray.CreateBuilder<ImmutableArray<ShellWord>>();
        var words = ImmutableArray.CreateBuilder<ShellWord>();
        var at = 0;
        while (at < line.Length && pipelines.Count < MaxCommands)
        {
            var sign = line[at];
            if (line[at..].StartsWith("<<") && !line[at..].StartsWith("<<<"))
            {
                // A here document follows: text, not commands.
                break;
            }

            if (sign is '<' or '>')
            {
                at = AfterRedirection(line, at, words);
            }
            else if (sign == '&' && at + 1 < line.Length && line[at + 1] == '>')
            {
                at = AfterRedirection(line, at + 1, words);
            }
            else if (sign is '\n' or ';' or '&' || line[at..].StartsWith("||"))
            {
                EndPipeline();
                at += line[at..].StartsWith("&&") || line[at..].StartsWith("||") ? 2 : 1;
            }
            else if (sign == '|')
            {
                EndCommand();
                at += line[at..].StartsWith("|&") ? 2 : 1;
            }
            else if (char.IsWhiteSpace(sign) || sign is '(' or ')' or '\0')
            {
                at++;
            }
            else if (sign == '#' && (at == 0 || char.IsWhiteSpace(line[at - 1])))
            {
                var length = line[at..].IndexOf('\n');
                at = length < 0 ? line.Length : at + length;
            }
            else if (sign == '\\' && at + 1 < line.Length && line[at + 1] is '\n' or '\r')
            {
                at += 2;
            }
            else
            {
                var end = EndOfWord(line, at, out var isQuoted);
                if (words.Count < MaxWords)
                {
                    words.Add(new ShellWord(Unquoted(line[at..end]), isQuoted));
                }

                at = end;
            }
        }

        EndPipeline();
        return pipelines.ToImmutable();

        void EndCommand()
        {
            if (words.Count > 0)
            {
                commands.Add(words.ToImmutable());
                words.Clear();
            }
        }

        void EndPipeline()
        {
            EndCommand();
            if (commands.Count > 0)
            {
                pipelines.Add(commands.ToImmutable());
                commands.Clear();
            }
        }
    }

    /// <summary>Skips <c>2&gt;&amp;1</c>, <c>&gt; file</c> and the like, and removes the number before it.</summary>
    private static int AfterRedirection(ReadOnlySpan<char> line, int at, ImmutableArray<ShellWord>.Builder words)
    {
        if (at > 0 && char.IsAsciiDigit(line[at - 1]) && words.Count > 0 && words[^1].Text is ['0' or '1' or '2'])
        {
            words.RemoveAt(words.Count - 1);
        }

        while (at < line.Length && line[at] is '<' or '>' or '&' or '|')
        {
            at++;
        }

        while (at < line.Length && line[at] is ' ' or '\t')
        {
            at++;
        }

        return at < line.Length ? EndOfWord(line, at, out _) : at;
    }

    private static int EndOfWord(ReadOnlySpan<char> line, int at, out bool isQuoted)
    {
        isQuoted = false;
        while (
            at < line.Length
            && !char.IsWhiteSpace(line[at])
            && line[at] is not (';' or '&' or '|' or '<' or '>' or '(' or ')')
        )
        {
            if (line[at] == '\\' && at + 1 < line.Length)
            {
                at += 2;
            }
            else if (line[at] is '"' or '\'' or '`')
            {
                isQuoted = true;
                at = EndOfQuote(line, at);
            }
            else
            {
                at += line[at..].StartsWith("$(") ? 2 : 1;
            }
        }

        return Math.Min(at, line.Length);
    }

    private static int EndOfQuote(ReadOnlySpan<char> line, int at)
    {
        var quote = line[at++];
        while (at < line.Length && line[at] != quote)
        {
            at += line[at] == '\\' && quote == '"' ? 2 : 1;
        }

        return at + 1;
    }

    private static string Unquoted(ReadOnlySpan<char> word) =>
        word.ContainsAny('"', '\'')
            ? word.ToString().Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal)
            : word.ToString();
}

/// <summary>A word of a command line.</summary>
/// <param name="Text">Without quotation marks.</param>
/// <param name="IsQuoted">Whether any of it was quoted.</param>
internal readonly record struct ShellWord(string Text, bool IsQuoted);
