using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace KaizenGate.Core.History;

/// <summary>Packs values: small numbers take one byte, and equal texts and states are written once.</summary>
/// <param name="texts">The approximate number of distinct texts.</param>
internal sealed class PackedBytes(int texts = 0)
{
    private readonly ArrayBufferWriter<byte> bytes = new(64 + (32 * texts));
    private readonly Dictionary<string, int> textNumbers = new(texts);
    private readonly Dictionary<ItemState, int> stateNumbers = new(ReferenceEqualityComparer.Instance);

    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    /// <summary>Seven bits per byte, lowest first; the highest bit means that more follow.</summary>
    public void Number(ulong number)
    {
        var target = bytes.GetSpan(10);
        var length = 0;
        for (; number >= 0x80; number >>= 7)
        {
            target[length++] = (byte)(number | 0x80);
        }

        target[length++] = (byte)number;
        bytes.Advance(length);
    }

    public void Count(int number) => Number((ulong)number);

    public void Flag(bool flag) => Number(flag ? 1UL : 0);

    /// <summary>0 for null, else the day number plus 1.</summary>
    public void Day(DateOnly? day) => Number(day is { } value ? (ulong)value.DayNumber + 1 : 0);

    /// <summary>0 for null, a small whole number plus 2, else 1 and the bits.</summary>
    public void Amount(double? amount)
    {
        if (amount is not { } value)
        {
            Number(0);
        }
        else if (value is >= 0 and < 1 << 20 && value == (int)value && !double.IsNegative(value))
        {
            Number((ulong)(int)value + 2);
        }
        else
        {
            Number(1);
            Fixed(BitConverter.DoubleToUInt64Bits(value));
        }
    }

    public void Fixed(ulong number)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.GetSpan(8), number);
        bytes.Advance(8);
    }

    /// <summary>0 for null, 1 and the text when it is new, else its number plus 2.</summary>
    public void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
        }
        else if (textNumbers.TryGetValue(text, out var number))
        {
            Count(number + 2);
        }
        else
        {
            textNumbers.Add(text, textNumbers.Count);
            Number(1);
            var length = Encoding.UTF8.GetByteCount(text);
            Count(length);
            Encoding.UTF8.GetBytes(text, bytes.GetSpan(length));
            bytes.Advance(length);
        }
    }

    private void Outcome(StatedOutcome? outcome)
    {
        Flag(outcome is not null);
        if (outcome is not null)
        {
            Count(outcome.Category is { } category ? (int)category + 1 : 0);
            Amount(outcome.TimeSpent);
            Amount(outcome.HoursSaved);
            Amount(outcome.SavedPerWeek);
            Amount(outcome.Roi);
            Text(outcome.Measured);
            Flag(outcome.HasFigure);
        }
    }

    /// <summary>0 and the state when it is new, else its number plus 1.</summary>
    public void State(ItemState state)
    {
        if (stateNumbers.TryGetValue(state, out var number))
        {
            Count(number + 1);
            return;
        }

        stateNumbers.Add(state, stateNumbers.Count);
        Number(0);
        Text(state.Key);
        Text(state.SharedKey);
        Text(state.Id);
        Text(state.Title);
        Count((int)state.Status);
        Amount(state.Impact);
        Amount(state.Effort);
        Amount(state.Score);
        Day(state.Captured);
        Day(state.Started);
        Day(state.Completed);
        Count(state.Sightings);
        Fixed(state.Fingerprint);
        Outcome(state.Outcome);
    }
}
