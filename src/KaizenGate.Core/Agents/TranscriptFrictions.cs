using KaizenGate.Core.Transcripts;

namespace KaizenGate.Core.Agents;

/// <summary>What the transcript of a session shows that is worth a question.</summary>
internal static class TranscriptFrictions
{
    /// <summary>How much of the end of a transcript is read: about 40 ms of reading, and more than most sessions have.</summary>
    private const long LastBytes = 10L * 1024 * 1024;

    /// <summary>Returns up to three sentences; none when there is no transcript that may be read.</summary>
    /// <param name="path">The path in the payload, which is any text: only transcripts of the hosts' own folders are read.</param>
    /// <param name="root">The root of the working tree; absolute.</param>
    /// <param name="environment">The variables that name those folders.</param>
    public static ImmutableArray<string> Of(string? path, string root, IReadOnlyDictionary<string, string> environment)
    {
        if (path is null || !TranscriptFolders.From(environment).Contains(path))
        {
            return [];
        }

        try
        {
            using var stream = PlainFile.Open(path, long.MaxValue);
            var transcript = TranscriptReader.Read(stream, LastBytes);
            return [.. SessionFrictions.Notable(transcript.Calls, root).Select(friction => friction.Sentence)];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
