using System.Text;
using System.Text.Json;

namespace KaizenGate.Core.Snapshots;

/// <summary>Consecutive lines of a snapshot. Different parts of a file can be read at the same time.</summary>
/// <param name="text">The lines in UTF-8.</param>
/// <param name="firstLine">The number of the first line in the file, from 0.</param>
/// <param name="firstOffset">The offset of the first line in the file, in UTF-16 code units.</param>
internal sealed class SnapshotLines(ReadOnlyMemory<byte> text, int firstLine, int firstOffset)
{
    /// <summary>Smaller parts in bytes are not worth a thread.</summary>
    private const int SmallestPart = 128 * 1024;

    private readonly List<TrackerIssue> issues = [];
    private readonly SnapshotParser parser = new();

    /// <summary>The offset of the next line in bytes.</summary>
    private int start;

    /// <summary>The offset of the next line in the file, in UTF-16 code units.</summary>
    private int offset = firstOffset;

    /// <summary>The place of the last line.</summary>
    private SourceSpan place;

    /// <summary>The number of the next line in the file.</summary>
    private int number = firstLine;

    /// <summary>The issues that were read, in the order of their lines.</summary>
    public IReadOnlyList<TrackerIssue> Issues => issues;

    /// <summary>The number of the first invalid line in the file; null for none.</summary>
    public int? Invalid { get; private set; }

    /// <summary>Reads the first line that is not blank as a header; null when there is none or it is invalid.</summary>
    public Snapshot? Header() => TryNext(out var line) ? Parsed(line, parser.Header) : null;

    /// <summary>Reads the remaining lines as issues.</summary>
    public void ReadIssues()
    {
        while (TryNext(out var line))
        {
            if (Parsed(line, text => parser.Issue(text, place)) is { } issue)
            {
                issues.Add(issue);
            }
        }
    }

    /// <summary>Splits the remaining lines into about equal parts.</summary>
    /// <param name="most">The largest number of parts, at least 1.</param>
    public ImmutableArray<SnapshotLines> Split(int most)
    {
        var rest = text[start..];
        var size = Math.Max(rest.Length / most, SmallestPart);
        var (line, at) = (number, offset);
        var parts = ImmutableArray.CreateBuilder<SnapshotLines>();
        while (rest.Length > 0)
        {
            var end = rest.Length <= size ? -1 : rest.Span[size..].IndexOf((byte)'\n');
            var part = end < 0 ? rest : rest[..(size + end + 1)];
            parts.Add(new(part, line, at));
            line += part.Span.Count((byte)'\n');
            at += Encoding.UTF8.GetCharCount(part.Span);
            rest = rest[part.Length..];
        }

        return parts.ToImmutable();
    }

    private bool TryNext(out ReadOnlySpan<byte> line)
    {
        while (start < text.Length)
        {
            var rest = text.Span[start..];
            var length = rest.IndexOf((byte)'\n');
            line = length < 0 ? rest : rest[..length];
            start += length < 0 ? rest.Length : length + 1;
            var characters = Encoding.UTF8.GetCharCount(line);
            place = SourceSpan.OnLine(offset, characters - (line is [.., (byte)'\r'] ? 1 : 0), number + 1, 1);
            offset += characters + 1;
            number++;
            if (line.ContainsAnyExcept(" \t\r"u8))
            {
                return true;
            }
        }

        line = default;
        return false;
    }

    private T? Parsed<T>(ReadOnlySpan<byte> line, LineParser<T> parse)
        where T : class
    {
        try
        {
            return parse(line);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            Invalid ??= number - 1;
            return null;
        }
    }

    private delegate T LineParser<out T>(ReadOnlySpan<byte> line);
}
