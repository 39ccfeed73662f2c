import AsyncStorage from '@react-native-async-storage/async-storage';
import { LinearGradient } from 'expo-linear-gradient';
import { Link, useLocalSearchParams, useRouter } from 'expo-router';
import { createContext, useEffect } from 'react';
import * as ReactNative from 'react-native';
import { SafeAreaView } from 'react-native-safe-area-context';

const Context = createContext(null);

/** Touches what the base of every app imports and no more: the first app waits for this. The rest follows (../../warm-up-all). */
export default function WarmUp() {
  const router = useRouter();
  useEffect(() => {
    void AsyncStorage.getItem('warm-up');
  }, []);
  return (
    <Context.Provider value={null}>
      <SafeAreaView>
        <ReactNative.Text onPress={() => router.push('/')}>{JSON.stringify(useLocalSearchParams())}</ReactNative.Text>
        <LinearGradient colors={['red', 'blue']} />
        <Link href="/">Home</Link>
      </SafeAreaView>
    </Context.Provider>
  );
}
