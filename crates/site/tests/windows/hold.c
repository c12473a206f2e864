/* Holds a file open as editors and virus scanners do, so that nobody else may write or
   replace it, for so many milliseconds. Says when it has begun. */
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

int wmain(int count, wchar_t **words) {
  if (count != 3) return 2;
  HANDLE file = CreateFileW(words[1], GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) return 1;
  puts("held");
  fflush(stdout);
  Sleep((DWORD)_wtoi(words[2]));
  CloseHandle(file);
  return 0;
}
