using System.Text;

namespace KaizenGate.Core.Reading.Transcribing;

/// <summary>A text in another format, written as the Markdown that it stands for, with the place of each line in the original.</summary>
/// <param name="Text">The Markdown.</param>
/// <param name="Places">The place of each line of it.</param>
/// <param name="Problems">What could not be read, with its place in the original.</param>
internal sealed record Transcription(
    string Text,
    ImmutableArray<LinePlace> Places,
    ImmutableArray<ReadingProblem> Problems
)
{
    /// <summary>Around an id of any shape at the start of a title. No original can contain them there.</summary>
    public const char IdOpen = '⟦';

    /// <inheritdoc cref="IdOpen"/>
    public const char IdClose = '⟧';

    /// <summary>Between an id and what identifies the improvement instead of it; the id may be empty.</summary>
    public const char IdentityMark = '⦀';

    /// <summary>At the end of a heading: it is an improvement, whatever its words name. No original can contain it there.</summary>
    public const string ItemMark = "<!--improvement-->";
}

/// <summary>Where a line of a transcription comes from.</summary>
/// <param name="Offset">The offset in the original, from 0.</param>
/// <param name="Line">The line of the original, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Length">The number of characters in the original; on one line.</param>
/// <param name="Prefix">
/// The number of characters of the transcribed line before the original ones; -1 if the line is worded differently, so that each place
/// in it is the whole place in the original.
/// </param>
internal readonly record struct LinePlace(int Offset, int Line, int Column, int Length, int Prefix)
{
    /// <summary>Returns the place in the original of a column of the line, from 0.</summary>
    public (int Offset, int Column) Of(int column, bool isEnd)
    {
        var skipped = Prefix < 0 ? (isEnd ? Length : 0) : Math.Clamp(column - Prefix, 0, Length);
        return (Offset + skipped, Column + skipped);
    }
}

/// <summary>Writes a <see cref="Transcription"/> line by line.</summary>
internal sealed class TranscriptionBuilder
{
    private readonly StringBuilder text = new();
    private readonly ImmutableArray<LinePlace>.Builder places = ImmutableArray.CreateBuilder<LinePlace>();
    private readonly ImmutableArray<ReadingProblem>.Builder problems = ImmutableArray.CreateBuilder<ReadingProblem>();

    /// <summary>Adds a line of the original, or a part of one, between other text.</summary>
    public void Copy(string prefix, ReadOnlySpan<char> original, LinePlace place, string suffix = "") =>
        Add(prefix, original, place with { Length = original.Length, Prefix = prefix.Length }, suffix);

    /// <summary>Adds a line in other words than the original.</summary>
    public void Write(ReadOnlySpan<char> line, LinePlace place) => Add("", line, place with { Prefix = -1 });

    public void Blank(LinePlace place) => Write("", place);

    public void Problem(LinePlace place, string message) =>
        problems.Add(
            new ReadingProblem(SourceSpan.OnLine(place.Offset, place.Length, place.Line, place.Column), message)
        );

    public Transcription Build()
    {
        // An empty line follows the last line break.
        places.Add(places.Count > 0 ? places[^1] : new LinePlace(0, 1, 1, 0, -1));
        return new Transcription(text.ToString(), places.ToImmutable(), problems.ToImmutable());
    }

    private void Add(string prefix, ReadOnlySpan<char> line, LinePlace place, string suffix = "")
    {
        text.Append(prefix);
        foreach (var character in line)
        {
            text.Append(
                character switch
                {
                    '\r' or '\n' => ' ',
                    '\0' => '\uFFFD',
                    _ => character,
                }
            );
        }

        text.Append(suffix).Append('\n');
        places.Add(place);
    }
}
